package org.breakwater.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.engine.decision.Drafts.all;
import static org.breakwater.engine.decision.Drafts.any;
import static org.breakwater.engine.decision.Drafts.clause;
import static org.breakwater.engine.decision.Drafts.flag;
import static org.breakwater.engine.decision.Drafts.probable;
import static org.breakwater.engine.decision.Drafts.version;

import java.time.Instant;
import java.util.List;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Stance;

/** What is asked and what must come of it; {@code row} is a row of the table in concepts.md. */
record PrecedenceScenario(
    int row,
    String what,
    PolicyVersion policy,
    ContentEvent event,
    FakeObservation seen,
    Outcome outcome,
    Label label) {
  static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");

  static final Clause OFFER =
      clause("a.offer", Label.OFFER, Stance.PROHIBITED, 4)
          .when("speaker.provides")
          .leadsTo(Outcome.REMOVE, Action.PRESERVE, Action.REMOVE_CONTENT, Action.DISABLE_ACCOUNT);
  static final Clause OFFER_IF_SURE =
      clause("a.offer", Label.OFFER, Stance.PROHIBITED, 4)
          .when("speaker.provides")
          .certain(any(flag("offer.explicit"), probable("intent.provides", 0.95)))
          .leadsTo(Outcome.REMOVE, Action.REMOVE_CONTENT);
  static final Clause SOLICIT =
      clause("b.solicit", Label.SOLICIT, Stance.ALLOWED_WITH_RESOURCES, 2)
          .when("speaker.seeks")
          .leadsTo(Outcome.ALLOW_WITH_RESOURCES, Action.SEND_RESOURCES);
  static final Clause ASYLUM =
      clause("c.asylum", Label.ASYLUM_SAFETY, Stance.PROTECTED, 1)
          .when("asylum.topic")
          .leadsTo(Outcome.ALLOW);
  static final Clause RANSOM =
      clause("f.ransom", Label.EXTORTION, Stance.PROHIBITED, 5)
          .when("ransom.demand")
          .leadsTo(Outcome.REMOVE, Action.DISABLE_ACCOUNT);
  static final Clause PATROL =
      clause("g.patrol", Label.LE_EVASION, Stance.PROHIBITED, 4)
          .when("patrol.direction")
          .leadsTo(Outcome.ESCALATE);
  static final Clause VAGUE =
      clause("h.vague", Label.UNCLEAR, Stance.NEEDS_CONTEXT, 2)
          .when("crossing.irregular")
          .leadsTo(Outcome.REMOVE);
  static final Clause MODEL_OFFER =
      clause("i.model_offer", Label.OFFER, Stance.PROHIBITED, 4)
          .when(all(flag("crossing.service"), probable("intent.provides", 0.9)))
          .leadsTo(Outcome.REMOVE, Action.REMOVE_CONTENT);

  static PrecedenceScenario row(
      int row,
      String what,
      List<Clause> clauses,
      FakeObservation seen,
      Surface surface,
      Outcome outcome,
      Label label) {
    return new PrecedenceScenario(
        row,
        what,
        version(clauses.toArray(Clause[]::new)),
        ContentEvent.of("p", "words", surface, ""),
        seen,
        outcome,
        label);
  }

  static PrecedenceScenario row(
      int row,
      String what,
      List<Clause> clauses,
      FakeObservation seen,
      Outcome outcome,
      Label label) {
    return row(row, what, clauses, seen, Surface.POST, outcome, label);
  }

  void assertHolds() {
    Decision decision = new Decider(List.of(policy)).decide(event, List.of(seen), AT);
    assertThat(List.of(decision.outcome(), decision.label())).isEqualTo(List.of(outcome, label));
  }

  @Override
  public String toString() {
    return row + ": " + what;
  }
}
