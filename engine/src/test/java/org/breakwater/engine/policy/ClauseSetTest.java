package org.breakwater.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.policy.Condition.And;
import org.breakwater.engine.policy.Condition.Compare;
import org.breakwater.engine.policy.Condition.Constant;
import org.breakwater.engine.policy.Condition.Flag;
import org.breakwater.engine.policy.Condition.Not;
import org.breakwater.engine.policy.Condition.OneOf;
import org.breakwater.engine.policy.Condition.Or;
import org.breakwater.engine.policy.Condition.Relation;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;
import org.junit.jupiter.api.Test;

class ClauseSetTest {
  private static final Condition PROVIDES = flag("speaker.provides");
  private static final Condition SERVICE = flag("crossing.service");
  private static final Condition PRICE = flag("price.present");
  private static final Condition HANDOFF = flag("contact.handoff");
  private static final Condition GOVERNS = flag("frame.governs");
  private static final Condition SURE =
      new Compare(Observed.slot("intent.provides"), Relation.AT_LEAST, 0.95);

  private static final Condition OFFER =
      new And(List.of(PROVIDES, SERVICE, new Or(List.of(PRICE, HANDOFF))));

  @Test
  void clauseWithFiredAtoms_holds_withItsEvidenceOnly() {
    var observed = Observed.nothing().with("speaker.provides", "crossing.service", "price.present");
    Finding finding = only(OFFER, observed);
    assertThat(finding.when()).isEqualTo(Truth.TRUE);
    assertThat(names(finding.evidence()))
        .containsExactlyInAnyOrder("speaker.provides", "crossing.service", "price.present");
  }

  @Test
  void alternativeThatIsFalse_givesNoEvidence() {
    Condition either =
        new Or(List.of(new And(List.of(PROVIDES, PRICE)), new And(List.of(SERVICE, HANDOFF))));
    var observed =
        Observed.nothing().with("speaker.provides", "crossing.service", "contact.handoff");
    assertThat(names(only(either, observed).evidence()))
        .containsExactlyInAnyOrder("crossing.service", "contact.handoff");
  }

  @Test
  void negatedAtom_isNoEvidence() {
    Finding finding =
        only(
            new And(List.of(PROVIDES, new Not(GOVERNS))),
            Observed.nothing().with("speaker.provides"));
    assertThat(names(finding.evidence())).containsExactly("speaker.provides");
  }

  @Test
  void doublyNegatedAtom_isEvidence() {
    Condition twice = new Not(new Or(List.of(new Not(PROVIDES), GOVERNS)));
    assertThat(names(only(twice, Observed.nothing().with("speaker.provides")).evidence()))
        .containsExactly("speaker.provides");
  }

  @Test
  void clauseWhoseNecessaryAtomIsFalse_isNotConsidered() {
    Reading reading = set(OFFER).read(Observed.nothing().with("price.present", "contact.handoff"));
    assertThat(reading.considered()).isEmpty();
  }

  @Test
  void clauseOfNegationsOnly_isAlwaysConsidered() {
    Reading reading = set(new Not(GOVERNS)).read(Observed.nothing().with("frame.governs"));
    assertThat(reading.considered()).singleElement().returns(Truth.FALSE, Finding::when);
    assertThat(reading.findings()).isEmpty();
  }

  @Test
  void constantFalse_isNeverConsidered_andConstantTrueAlways() {
    assertThat(set(new Constant(false)).read(Observed.nothing()).considered()).isEmpty();
    assertThat(only(new Constant(true), Observed.nothing()).when()).isEqualTo(Truth.TRUE);
  }

  @Test
  void unknownAtom_makesCandidate_andIsListed() {
    var observed = Observed.nothing().with("speaker.provides");
    Finding finding = only(new And(List.of(PROVIDES, SURE)), observed);
    assertThat(finding.when()).isEqualTo(Truth.UNKNOWN);
    assertThat(names(finding.unknownInWhen())).containsExactly("intent.provides");
    assertThat(finding.evidence()).isEmpty();
  }

  @Test
  void unknownThatChangesNothing_isNotListed() {
    Finding finding =
        only(new Or(List.of(PROVIDES, SURE)), Observed.nothing().with("speaker.provides"));
    assertThat(finding.when()).isEqualTo(Truth.TRUE);
    assertThat(finding.unknownInWhen()).isEmpty();
  }

  @Test
  void certain_isTrueByRuleAlone_whileTheModelIsUnknown() {
    Condition certain =
        new And(List.of(new Or(List.of(flag("offer.explicit"), SURE)), new Not(GOVERNS)));
    var explicit = Observed.nothing().with("speaker.provides", "offer.explicit");
    assertThat(only(PROVIDES, certain, explicit).certain()).isEqualTo(Truth.TRUE);
    Finding coded = only(PROVIDES, certain, Observed.nothing().with("speaker.provides"));
    assertThat(coded.certain()).isEqualTo(Truth.UNKNOWN);
    assertThat(names(coded.unknownInCertain())).containsExactly("intent.provides");
  }

  @Test
  void certain_isNotEvaluated_untilAsked() {
    var observed = Observed.nothing().with("speaker.provides");
    Finding finding = only(PROVIDES, SURE, observed);
    assertThat(observed.asked).doesNotContain(Observed.slot("intent.provides"));
    assertThat(finding.certain()).isEqualTo(Truth.UNKNOWN);
    assertThat(observed.asked).contains(Observed.slot("intent.provides"));
  }

  @Test
  void model_isNotAsked_whenSomethingCheaperSettlesIt() {
    var observed = Observed.nothing().with("speaker.provides", "price.present");
    only(new And(List.of(PROVIDES, new Or(List.of(SURE, PRICE)))), observed);
    assertThat(observed.asked).doesNotContain(Observed.slot("intent.provides"));
  }

  @Test
  void unknownWithWordsBehindIt_wouldHold() {
    Condition when = new And(List.of(PROVIDES, flag("author.verified")));
    var observed = Observed.nothing().with("speaker.provides").unknown("author.verified");
    assertThat(only(when, observed).wouldHoldIfUnknownsWereTrue()).isTrue();
  }

  @Test
  void unknownWithoutWordsBehindIt_wouldNotHold() {
    int surface = Observed.slot("surface");
    Condition when = new And(List.of(new OneOf(surface, List.of("ad")), new Not(PROVIDES), SURE));
    var observed = Observed.nothing().text("surface", "ad");
    assertThat(only(when, observed).when()).isEqualTo(Truth.UNKNOWN);
    assertThat(only(when, observed).wouldHoldIfUnknownsWereTrue()).isFalse();
  }

  @Test
  void negatedUnknown_wouldNotHold() {
    Condition when = new And(List.of(PROVIDES, new Not(flag("author.verified"))));
    var observed = Observed.nothing().with("speaker.provides").unknown("author.verified");
    assertThat(only(when, observed).when()).isEqualTo(Truth.UNKNOWN);
    assertThat(only(when, observed).wouldHoldIfUnknownsWereTrue()).isFalse();
  }

  @Test
  void clauseThatHolds_isNotAskedWhetherItWould() {
    assertThat(
            only(PROVIDES, Observed.nothing().with("speaker.provides"))
                .wouldHoldIfUnknownsWereTrue())
        .isFalse();
  }

  @Test
  void equalAtoms_areOne_andAskedOnce() {
    var clauses = new ArrayList<Clause>();
    for (int i = 0; i < 70; i++) clauses.add(clause("c" + i, OFFER, new Constant(false)));
    ClauseSet set = ClauseSet.of(clauses);
    assertThat(set.atomCount()).isEqualTo(4);
    var observed =
        Observed.nothing().with("speaker.provides", "crossing.service", "contact.handoff");
    assertThat(set.read(observed).findings())
        .extracting(finding -> finding.clause().id())
        .containsExactlyElementsOf(clauses.stream().map(Clause::id).toList());
    assertThat(observed.askedInOrder).doesNotHaveDuplicates();
  }

  private static Finding only(Condition when, Observed observed) {
    return only(when, new Constant(false), observed);
  }

  private static Finding only(Condition when, Condition certain, Observed observed) {
    return ClauseSet.of(List.of(clause("c", when, certain))).read(observed).findings().getFirst();
  }

  private static ClauseSet set(Condition when) {
    return ClauseSet.of(List.of(clause("c", when, new Constant(false))));
  }

  private static List<String> names(List<Integer> slots) {
    return slots.stream().map(slot -> SignalCatalog.STANDARD.at(slot).name()).toList();
  }

  private static Condition flag(String name) {
    return new Flag(Observed.slot(name));
  }

  static Clause clause(String id, Condition when, Condition certain) {
    return new Clause(
        id,
        Map.of("en", id),
        Label.OFFER,
        Stance.PROHIBITED,
        3,
        when,
        certain,
        new Clause.SurfaceOutcomes(Outcome.REVIEW, Map.of()),
        List.of(),
        Map.of(),
        Clause.Strikes.NONE,
        "",
        false,
        "",
        List.of(new Clause.Source("a source", LocalDate.EPOCH, Clause.Source.Grade.INFERRED)),
        new Clause.Examples(Map.of(), Map.of()));
  }
}
