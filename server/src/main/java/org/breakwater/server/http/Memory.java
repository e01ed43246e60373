package org.breakwater.server.http;

import java.util.List;
import java.util.function.Supplier;
import org.breakwater.engine.Trace;
import org.breakwater.engine.codec.ExplanationJson;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.store.decision.Material;
import org.breakwater.store.decision.Ordered;

/**
 * What may be remembered of a decision (design.md §5): asking, telling and fleeing leave no record
 * of a person.
 *
 * @param outcome what the compact row says
 */
record Memory(String outcome, Material material) {

  /** Whether the author may be recorded with it. */
  boolean isRecorded() {
    return material instanceof Material.Recorded;
  }

  /**
   * @param actions what is to be done about it
   * @param trace asked only where the author is recorded
   */
  static Memory of(
      ContentEvent event, Decision decision, List<Ordered> actions, Supplier<Trace> trace) {
    boolean allowed = isAllowed(decision.outcome());
    if (leavesNoRecord(event, decision)) {
      boolean toBeReviewed = !allowed && event.surface() != Surface.SEARCH;
      Material material =
          toBeReviewed
              ? new Material.Unrecorded(event.id(), event.revision(), event.words(), actions)
              : new Material.None();
      return new Memory(Outcome.ALLOW.word(), material);
    }
    if (allowed) return new Memory(Outcome.ALLOW.word(), new Material.None());
    return new Memory(decision.outcome().word(), recorded(event, decision, actions, trace.get()));
  }

  /** In doubt nothing is recorded: who is not clearly an offender may be somebody who asks. */
  private static boolean leavesNoRecord(ContentEvent event, Decision decision) {
    if (event.surface() == Surface.SEARCH || decision.label().isNoRecord()) return true;
    if (decision.label() == Label.UNCLEAR) return true;
    // Escalated is who is in danger or held for ransom, whatever the label is called.
    if (decision.outcome() == Outcome.ESCALATE) return true;
    // A review says that nobody is sure yet: whoever may also be asking is not named.
    return decision.outcome() == Outcome.REVIEW
        && decision.labels().stream().anyMatch(Label::isNoRecord);
  }

  private static boolean isAllowed(Outcome outcome) {
    return switch (outcome) {
      case ALLOW, ALLOW_WITH_RESOURCES -> true;
      case REVIEW, REMOVE, ESCALATE -> false;
    };
  }

  private static Material recorded(
      ContentEvent event, Decision decision, List<Ordered> actions, Trace trace) {
    var author = event.author();
    return new Material.Recorded(
        event.id(),
        event.revision(),
        event.words(),
        author == null ? "" : author.id(),
        ExplanationJson.text(trace),
        decision.label(),
        actions);
  }
}
