package org.breakwater.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.engine.decision.Drafts.all;
import static org.breakwater.engine.decision.Drafts.any;
import static org.breakwater.engine.decision.Drafts.clause;
import static org.breakwater.engine.decision.Drafts.flag;
import static org.breakwater.engine.decision.Drafts.not;
import static org.breakwater.engine.decision.Drafts.probable;
import static org.breakwater.engine.decision.Drafts.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Automation;
import org.breakwater.engine.policy.Automation.Licensed;
import org.breakwater.engine.policy.Automation.Triple;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One scenario or more for each row of "Precedence, protection and surfaces" in concepts.md. */
class PrecedenceTest {
  private static final Path CONCEPTS = Path.of("..", "docs", "concepts.md");
  private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");

  private static final Clause OFFER =
      clause("a.offer", Label.OFFER, Stance.PROHIBITED, 4)
          .when("speaker.provides")
          .leadsTo(Outcome.REMOVE, Action.PRESERVE, Action.REMOVE_CONTENT, Action.DISABLE_ACCOUNT);
  private static final Clause OFFER_IF_SURE =
      clause("a.offer", Label.OFFER, Stance.PROHIBITED, 4)
          .when("speaker.provides")
          .certain(any(flag("offer.explicit"), probable("intent.provides", 0.95)))
          .leadsTo(Outcome.REMOVE, Action.REMOVE_CONTENT);
  private static final Clause SOLICIT =
      clause("b.solicit", Label.SOLICIT, Stance.ALLOWED_WITH_RESOURCES, 2)
          .when("speaker.seeks")
          .leadsTo(Outcome.ALLOW_WITH_RESOURCES, Action.SEND_RESOURCES);
  private static final Clause ASYLUM =
      clause("c.asylum", Label.ASYLUM_SAFETY, Stance.PROTECTED, 1)
          .when("asylum.topic")
          .leadsTo(Outcome.ALLOW);
  private static final Clause DANGER =
      clause("d.danger", Label.IMMINENT_DANGER, Stance.PROTECTED, 3)
          .when("speaker.in_danger")
          .leadsTo(Outcome.ESCALATE);
  private static final Clause HELD_FOR_RANSOM =
      clause("e.ransom_told", Label.EXTORTION, Stance.PROTECTED, 3)
          .when("danger.captive")
          .leadsTo(Outcome.ESCALATE);
  private static final Clause RANSOM =
      clause("f.ransom", Label.EXTORTION, Stance.PROHIBITED, 5)
          .when("ransom.demand")
          .leadsTo(Outcome.REMOVE, Action.DISABLE_ACCOUNT);
  private static final Clause PATROL =
      clause("g.patrol", Label.LE_EVASION, Stance.PROHIBITED, 4)
          .when("patrol.direction")
          .leadsTo(Outcome.ESCALATE);
  private static final Clause VAGUE =
      clause("h.vague", Label.UNCLEAR, Stance.NEEDS_CONTEXT, 2)
          .when("crossing.irregular")
          .leadsTo(Outcome.REMOVE);
  private static final Clause MODEL_OFFER =
      clause("i.model_offer", Label.OFFER, Stance.PROHIBITED, 4)
          .when(all(flag("crossing.service"), probable("intent.provides", 0.9)))
          .leadsTo(Outcome.REMOVE, Action.REMOVE_CONTENT);
  private static final Clause MODEL_INFORMS =
      clause("j.model_informs", Label.CROSSING_INFO, Stance.ALLOWED, 5)
          .when(all(flag("crossing.service"), probable("intent.informs", 0.9)))
          .leadsTo(Outcome.ALLOW);
  private static final Clause AD =
      clause("k.ad", Label.SOLICIT, Stance.ALLOWED, 2)
          .when("speaker.seeks")
          .on(Surface.AD, Outcome.REMOVE)
          .leadsTo(Outcome.ALLOW);

  /** What is asked and what must come of it; {@code row} is the row of the table. */
  private record Row(
      int row,
      String what,
      PolicyVersion policy,
      ContentEvent event,
      FakeObservation seen,
      Outcome outcome,
      Label label) {
    @Override
    public String toString() {
      return row + ": " + what;
    }
  }

  private static Row row(
      int row,
      String what,
      List<Clause> clauses,
      FakeObservation seen,
      Surface surface,
      Outcome outcome,
      Label label) {
    return new Row(
        row,
        what,
        version(clauses.toArray(Clause[]::new)),
        ContentEvent.of("p", "words", surface, ""),
        seen,
        outcome,
        label);
  }

  private static Row row(
      int row,
      String what,
      List<Clause> clauses,
      FakeObservation seen,
      Outcome outcome,
      Label label) {
    return row(row, what, clauses, seen, Surface.POST, outcome, label);
  }

  static Stream<Row> rows() {
    return Stream.of(
            unreported(), automation(), alarms(), ranks(), protection(), unknowns(), surfaces())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> unreported() {
    FakeObservation offering = FakeObservation.seeing("speaker.provides");
    var reported =
        new Row(
            1,
            "a reported message is judged like a post",
            version(OFFER),
            message(true),
            offering,
            Outcome.REMOVE,
            Label.OFFER);
    var unreported =
        new Row(
            1,
            "an unreported message is let be",
            version(OFFER),
            message(false),
            offering,
            Outcome.ALLOW,
            Label.UNCLEAR);
    return Stream.of(reported, unreported);
  }

  private static Stream<Row> alarms() {
    return Stream.of(
        row(
            7,
            "danger escalates over a more severe removal",
            List.of(OFFER, DANGER),
            FakeObservation.seeing("speaker.provides", "speaker.in_danger"),
            Outcome.ESCALATE,
            Label.IMMINENT_DANGER),
        row(
            7,
            "danger escalates whatever its clause leads to",
            List.of(
                clause("x", Label.IMMINENT_DANGER, Stance.ALLOWED, 1)
                    .when("speaker.in_danger")
                    .leadsTo(Outcome.ALLOW)),
            FakeObservation.seeing("speaker.in_danger"),
            Outcome.ESCALATE,
            Label.IMMINENT_DANGER),
        row(
            7,
            "a victim's account of extortion escalates over the demand itself",
            List.of(HELD_FOR_RANSOM, RANSOM),
            FakeObservation.seeing("danger.captive", "ransom.demand"),
            Outcome.ESCALATE,
            Label.EXTORTION),
        row(
            7,
            "extortion in the perpetrator's words is removed",
            List.of(HELD_FOR_RANSOM, RANSOM),
            FakeObservation.seeing("ransom.demand"),
            Outcome.REMOVE,
            Label.EXTORTION),
        row(
            7,
            "danger escalates also from a search",
            List.of(DANGER),
            FakeObservation.seeing("speaker.in_danger"),
            Surface.SEARCH,
            Outcome.ESCALATE,
            Label.IMMINENT_DANGER),
        row(
            7,
            "a clause may answer a search with help instead of an alarm",
            List.of(
                clause("x", Label.IMMINENT_DANGER, Stance.PROTECTED, 5)
                    .when("speaker.in_danger")
                    .on(Surface.SEARCH, Outcome.ALLOW_WITH_RESOURCES)
                    .leadsTo(Outcome.ESCALATE)),
            FakeObservation.seeing("speaker.in_danger"),
            Surface.SEARCH,
            Outcome.ALLOW_WITH_RESOURCES,
            Label.IMMINENT_DANGER));
  }

  private static Stream<Row> ranks() {
    return Stream.of(
        row(
            8,
            "the highest severity decides",
            List.of(OFFER, SOLICIT),
            FakeObservation.seeing("speaker.provides", "speaker.seeks"),
            Outcome.REMOVE,
            Label.OFFER),
        row(
            8,
            "a severe permission outranks a mild prohibition",
            List.of(
                clause("x", Label.CROSSING_INFO, Stance.ALLOWED, 5)
                    .when("speaker.informs")
                    .leadsTo(Outcome.ALLOW),
                OFFER),
            FakeObservation.seeing("speaker.provides", "speaker.informs"),
            Outcome.ALLOW,
            Label.CROSSING_INFO),
        row(
            8,
            "of equal severity the stronger outcome decides",
            List.of(OFFER, PATROL),
            FakeObservation.seeing("speaker.provides", "patrol.direction"),
            Outcome.ESCALATE,
            Label.LE_EVASION),
        row(
            8,
            "of equal outcome the first clause id decides",
            List.of(
                OFFER,
                clause("a.first", Label.FACILITATE, Stance.PROHIBITED, 4)
                    .when("speaker.provides")
                    .leadsTo(Outcome.REMOVE)),
            FakeObservation.seeing("speaker.provides"),
            Outcome.REMOVE,
            Label.FACILITATE),
        row(
            8,
            "outcomes are compared as a machine may carry them out",
            List.of(
                OFFER_IF_SURE,
                clause("z.sure", Label.FACILITATE, Stance.PROHIBITED, 4)
                    .when("speaker.provides")
                    .leadsTo(Outcome.REMOVE)),
            FakeObservation.seeing("speaker.provides"),
            Outcome.REMOVE,
            Label.FACILITATE));
  }

  private static Stream<Row> protection() {
    return Stream.of(
        row(
            9,
            "a protected clause turns a removal into a review",
            List.of(OFFER, ASYLUM),
            FakeObservation.seeing("speaker.provides", "asylum.topic"),
            Outcome.REVIEW,
            Label.OFFER),
        row(
            9,
            "a protected clause leaves an escalation",
            List.of(PATROL, ASYLUM),
            FakeObservation.seeing("patrol.direction", "asylum.topic"),
            Outcome.ESCALATE,
            Label.LE_EVASION),
        row(
            9,
            "a protected clause alone lets things be",
            List.of(OFFER, ASYLUM),
            FakeObservation.seeing("asylum.topic"),
            Outcome.ALLOW,
            Label.ASYLUM_SAFETY));
  }

  private static Stream<Row> unknowns() {
    FakeObservation service = FakeObservation.seeing("crossing.service");
    return Stream.of(
        row(
            10,
            "unknown signals beside true words ask for a person",
            List.of(MODEL_OFFER),
            service,
            Outcome.REVIEW,
            Label.UNCLEAR),
        row(
            10,
            "unknown signals alone ask for nothing",
            List.of(
                clause("x", Label.OFFER, Stance.PROHIBITED, 4)
                    .when(probable("intent.provides", 0.9))
                    .leadsTo(Outcome.REMOVE)),
            service,
            Outcome.ALLOW,
            Label.BENIGN),
        row(
            10,
            "only negated words are no words",
            List.of(
                clause("x", Label.OFFER, Stance.PROHIBITED, 4)
                    .when(all(not(flag("speaker.tells")), probable("intent.provides", 0.9)))
                    .leadsTo(Outcome.REMOVE)),
            service,
            Outcome.ALLOW,
            Label.BENIGN),
        row(
            10,
            "a permission that may hold asks for nothing",
            List.of(MODEL_INFORMS),
            service,
            Outcome.ALLOW,
            Label.BENIGN),
        row(
            10,
            "what may hold raises a milder permission",
            List.of(MODEL_OFFER, SOLICIT),
            FakeObservation.seeing("crossing.service", "speaker.seeks"),
            Outcome.REVIEW,
            Label.UNCLEAR),
        row(
            10,
            "what may hold raises a permission of its own severity",
            List.of(
                MODEL_OFFER,
                clause("x", Label.CROSSING_INFO, Stance.ALLOWED, 4)
                    .when("speaker.informs")
                    .leadsTo(Outcome.ALLOW)),
            FakeObservation.seeing("crossing.service", "speaker.informs"),
            Outcome.REVIEW,
            Label.UNCLEAR),
        row(
            10,
            "what may hold leaves a more severe permission",
            List.of(
                MODEL_OFFER,
                clause("x", Label.COUNTER_SPEECH, Stance.PROTECTED, 5)
                    .when("speaker.informs")
                    .leadsTo(Outcome.ALLOW)),
            FakeObservation.seeing("crossing.service", "speaker.informs"),
            Outcome.ALLOW,
            Label.COUNTER_SPEECH),
        row(
            10,
            "what may hold never softens a removal",
            List.of(
                clause("x", Label.TRAFFICKING, Stance.PROHIBITED, 5)
                    .when(all(flag("crossing.service"), probable("intent.provides", 0.9)))
                    .leadsTo(Outcome.REMOVE),
                OFFER),
            FakeObservation.seeing("crossing.service", "speaker.provides"),
            Outcome.REMOVE,
            Label.OFFER));
  }

  private static Stream<Row> automation() {
    FakeObservation offering = FakeObservation.seeing("speaker.provides");
    var licensed =
        version(OFFER).with(new Licensed(Set.of(new Triple("a.offer", "en", Surface.POST))));
    var post = ContentEvent.post("p", "words");
    var comment = ContentEvent.of("p", "words", Surface.COMMENT, "");
    return Stream.of(
        row(
            3,
            "needs_context always asks for a person",
            List.of(VAGUE),
            FakeObservation.seeing("crossing.irregular"),
            Outcome.REVIEW,
            Label.UNCLEAR),
        row(
            4,
            "an undetermined language is never removed",
            List.of(OFFER),
            FakeObservation.seeing("speaker.provides").in("und"),
            Outcome.REVIEW,
            Label.OFFER),
        row(
            5,
            "a removal that is not certain is a review",
            List.of(OFFER_IF_SURE),
            offering,
            Outcome.REVIEW,
            Label.OFFER),
        row(
            5,
            "one true ground makes it certain",
            List.of(OFFER_IF_SURE),
            FakeObservation.seeing("speaker.provides", "offer.explicit"),
            Outcome.REMOVE,
            Label.OFFER),
        new Row(
            6,
            "a licensed triple is removed",
            licensed,
            post,
            offering,
            Outcome.REMOVE,
            Label.OFFER),
        new Row(
            6,
            "another surface is not licensed",
            licensed,
            comment,
            offering,
            Outcome.REVIEW,
            Label.OFFER),
        new Row(
            6,
            "another language is not licensed",
            licensed,
            post,
            FakeObservation.seeing("speaker.provides").in("es"),
            Outcome.REVIEW,
            Label.OFFER),
        new Row(
            6,
            "without evidence nothing is licensed",
            version(OFFER).with(Licensed.NOTHING),
            post,
            offering,
            Outcome.REVIEW,
            Label.OFFER));
  }

  private static Stream<Row> surfaces() {
    return Stream.of(
        row(
            2,
            "an outcome may differ by surface",
            List.of(AD),
            FakeObservation.seeing("speaker.seeks"),
            Surface.AD,
            Outcome.REMOVE,
            Label.SOLICIT),
        row(
            2,
            "elsewhere the common outcome stands",
            List.of(AD),
            FakeObservation.seeing("speaker.seeks"),
            Outcome.ALLOW,
            Label.SOLICIT),
        row(
            11,
            "a search is never reviewed",
            List.of(OFFER_IF_SURE),
            FakeObservation.seeing("speaker.provides"),
            Surface.SEARCH,
            Outcome.ALLOW_WITH_RESOURCES,
            Label.OFFER),
        row(
            11,
            "a protected search is not limited",
            List.of(OFFER, ASYLUM),
            FakeObservation.seeing("speaker.provides", "asylum.topic"),
            Surface.SEARCH,
            Outcome.ALLOW_WITH_RESOURCES,
            Label.OFFER),
        row(
            11,
            "a search can be limited",
            List.of(OFFER),
            FakeObservation.seeing("speaker.provides"),
            Surface.SEARCH,
            Outcome.REMOVE,
            Label.OFFER),
        row(
            12,
            "where nothing holds nothing is done",
            List.of(OFFER, SOLICIT, ASYLUM),
            FakeObservation.seeing(),
            Outcome.ALLOW,
            Label.BENIGN));
  }

  private static ContentEvent message(boolean reported) {
    var plain = ContentEvent.of("p", "words", Surface.MESSAGE, "");
    return new ContentEvent(
        plain.id(),
        1,
        plain.text(),
        plain.surface(),
        "",
        plain.context(),
        List.of(),
        List.of(),
        null,
        plain.group(),
        "",
        null,
        0,
        reported,
        Map.of());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowOfTheTable_holds(Row row) {
    Decision decision =
        new Decider(List.of(row.policy())).decide(row.event(), List.of(row.seen()), AT);
    assertThat(List.of(decision.outcome(), decision.label()))
        .isEqualTo(List.of(row.outcome(), row.label()));
  }

  @Test
  void everyRowOfTheTableInTheDocs_isTested() throws IOException {
    List<Integer> documented =
        Files.readAllLines(CONCEPTS).stream()
            .dropWhile(line -> !line.startsWith("### Precedence, protection and surfaces"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("#"))
            .filter(line -> line.matches("\\| \\d+ \\|.*"))
            .map(line -> Integer.parseInt(line.split("\\|", -1)[1].strip()))
            .toList();
    assertThat(documented)
        .isNotEmpty()
        .isEqualTo(rows().map(Row::row).distinct().sorted().toList());
  }

  @Test
  void twoPacks_areJudgedTogether() {
    PolicyVersion drugs =
        Drafts.version(
            "drugs",
            List.of(),
            clause("drugs.offer", Label.DRUG_OFFER, Stance.PROHIBITED, 3)
                .when("drugs.offer")
                .leadsTo(Outcome.REMOVE));
    var decider = new Decider(List.of(version(SOLICIT), drugs));
    Decision decision =
        decider.decide(
            ContentEvent.post("p", "words"),
            List.of(FakeObservation.seeing("speaker.seeks"), FakeObservation.seeing("drugs.offer")),
            AT);
    assertThat(decision.label()).isEqualTo(Label.DRUG_OFFER);
    assertThat(decision.labels()).containsExactly(Label.DRUG_OFFER, Label.SOLICIT);
    assertThat(decision.clauses()).containsExactly("b.solicit", "drugs.offer");
    assertThat(decision.policies())
        .extracting(Decision.PolicyRef::policy)
        .containsExactly("drugs@2021-11", "test@2021-11");
  }

  @Test
  void orderOfClausesAndPolicies_doesNotMatter() {
    Clause[] clauses = {OFFER, SOLICIT, ASYLUM, PATROL, RANSOM, VAGUE};
    FakeObservation seen =
        FakeObservation.seeing(
            "speaker.provides", "speaker.seeks", "asylum.topic", "ransom.demand");
    var event = ContentEvent.post("p", "words");
    PolicyVersion forwards = withClauses(List.of(clauses));
    PolicyVersion backwards = withClauses(Arrays.asList(clauses).reversed());
    assertThat(new Decider(List.of(forwards)).decide(event, List.of(seen), AT))
        .isEqualTo(new Decider(List.of(backwards)).decide(event, List.of(seen), AT));
  }

  private static PolicyVersion withClauses(List<Clause> clauses) {
    PolicyVersion empty = version();
    return new PolicyVersion(
        empty.pack(),
        empty.version(),
        empty.date(),
        empty.hash(),
        "",
        clauses,
        empty.lexicon(),
        new Automation.Assumed(),
        List.of());
  }

  @Test
  void absentSignals_areNamedWhereTheyMattered() {
    assertThat(unknown(List.of(MODEL_OFFER), FakeObservation.seeing("crossing.service")))
        .containsExactly("intent.provides");
    assertThat(unknown(List.of(OFFER_IF_SURE), FakeObservation.seeing("speaker.provides")))
        .containsExactly("intent.provides");
    assertThat(
            unknown(
                List.of(OFFER_IF_SURE),
                FakeObservation.seeing("speaker.provides").number("intent.provides", 0.5)))
        .isEmpty();
    assertThat(
            unknown(
                List.of(MODEL_OFFER, OFFER),
                FakeObservation.seeing("crossing.service", "speaker.provides")))
        .isEmpty();
  }

  private static List<String> unknown(List<Clause> clauses, FakeObservation seen) {
    return new Decider(List.of(version(clauses.toArray(Clause[]::new))))
        .decide(ContentEvent.post("p", "words"), List.of(seen), AT)
        .unknown();
  }
}
