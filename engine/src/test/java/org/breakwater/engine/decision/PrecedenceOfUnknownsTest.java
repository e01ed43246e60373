package org.breakwater.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.engine.decision.Drafts.all;
import static org.breakwater.engine.decision.Drafts.clause;
import static org.breakwater.engine.decision.Drafts.flag;
import static org.breakwater.engine.decision.Drafts.not;
import static org.breakwater.engine.decision.Drafts.probable;
import static org.breakwater.engine.decision.Drafts.version;
import static org.breakwater.engine.decision.PrecedenceScenario.AT;
import static org.breakwater.engine.decision.PrecedenceScenario.MODEL_OFFER;
import static org.breakwater.engine.decision.PrecedenceScenario.OFFER;
import static org.breakwater.engine.decision.PrecedenceScenario.OFFER_IF_SURE;
import static org.breakwater.engine.decision.PrecedenceScenario.SOLICIT;
import static org.breakwater.engine.decision.PrecedenceScenario.row;

import java.util.List;
import java.util.stream.Stream;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Row 10 of the table: clauses that may hold, because a signal they ask for is absent. */
class PrecedenceOfUnknownsTest {
  private static final Clause MODEL_INFORMS =
      clause("j.model_informs", Label.CROSSING_INFO, Stance.ALLOWED, 5)
          .when(all(flag("crossing.service"), probable("intent.informs", 0.9)))
          .leadsTo(Outcome.ALLOW);

  static Stream<PrecedenceScenario> scenarios() {
    return Stream.concat(alone(), besideWhatHolds());
  }

  private static Stream<PrecedenceScenario> alone() {
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
            Label.BENIGN));
  }

  private static Stream<PrecedenceScenario> besideWhatHolds() {
    return Stream.of(
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

  @ParameterizedTest
  @MethodSource("scenarios")
  void whatMayHold_asksForAPersonAtMost(PrecedenceScenario scenario) {
    scenario.assertHolds();
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
