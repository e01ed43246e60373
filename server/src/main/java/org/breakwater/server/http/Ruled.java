package org.breakwater.server.http;

import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.codec.DecisionJson;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.enforcement.Plan;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.store.decision.Ruling;

/** A machine's verdict where a person ruled before: the person's outcome stands. */
final class Ruled {
  /** What a person may rule; a review is what a ruling ends. */
  static final List<Outcome> OUTCOMES =
      List.of(Outcome.ALLOW, Outcome.ALLOW_WITH_RESOURCES, Outcome.REMOVE, Outcome.ESCALATE);

  private Ruled() {}

  /** The verdict as it is sent: with the ruling's outcome, its actions, and its name. */
  static Verdict verdict(Verdict machine, Ruling ruling, Surface surface) {
    Decision seen = machine.decision();
    Outcome outcome = outcome(ruling.outcome());
    List<Decision.Order> orders =
        actions(outcome, surface).map(action -> new Decision.Order(action, Period.ZERO)).toList();
    var decision =
        new Decision(
            seen.id(),
            seen.revision(),
            outcome,
            seen.label(),
            seen.labels(),
            seen.lang(),
            seen.policies(),
            seen.clauses(),
            seen.protectedClauses(),
            outcome == seen.outcome() ? seen.orders() : orders,
            seen.resources(),
            seen.evidence(),
            seen.unknown(),
            "a person decided this content at this revision",
            "en");
    return new Verdict(decision, Plan.of(decision));
  }

  /** The JSON with the member {@code ruling} at its end. */
  static String json(Verdict verdict, Ruling ruling) {
    String json = DecisionJson.text(verdict);
    return "%s,\"ruling\":\"%s\"}".formatted(json.substring(0, json.length() - 1), ruling.ruling());
  }

  static Outcome outcome(String word) {
    return OUTCOMES.stream()
        .filter(outcome -> outcome.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no person rules " + word));
  }

  private static Stream<Action> actions(Outcome outcome, Surface surface) {
    return switch (outcome) {
      case ALLOW, REVIEW -> Stream.of();
      case ALLOW_WITH_RESOURCES -> Stream.of(Action.SEND_RESOURCES);
      case REMOVE ->
          Stream.of(
              Action.PRESERVE, surface == Surface.AD ? Action.REFUSE_AD : Action.REMOVE_CONTENT);
      case ESCALATE -> Stream.of(Action.PRESERVE, Action.ESCALATE, Action.NO_AMPLIFICATION);
    };
  }
}
