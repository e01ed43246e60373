package org.breakwater.store.action;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.store.decision.ActionState;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a decision, and how far it has come.
 *
 * @param word the decision's word for it; of an undo, what the platform is told
 * @param undo what puts it back, in words; empty for an undo
 * @param duration ISO 8601; empty where it lasts until undone
 * @param clause that decided; empty where none is recorded
 * @param needed people who must confirm it; 0 where it happens by itself
 * @param confirmed how many have
 * @param isHeld whether a check found that it may hit a victim
 * @param stage empty where it happens in one
 * @param isRecorded whether its author is; else nobody is shown its content
 * @param steps oldest first, after the first state
 */
public record Action(
    UUID action,
    UUID decision,
    String content,
    int revision,
    String word,
    String scope,
    String undo,
    String duration,
    String clause,
    int needed,
    int confirmed,
    boolean isHeld,
    String stage,
    ActionState state,
    @Nullable Instant dueAt,
    @Nullable Instant expiresAt,
    @Nullable UUID undoes,
    boolean isRecorded,
    List<Step> steps) {

  public Action {
    steps = List.copyOf(steps);
  }

  /** When it was planned. */
  public Instant plannedAt() {
    return Instant.ofEpochMilli(action.getMostSignificantBits() >>> 16);
  }

  /** When it is due; empty where nothing of it waits. */
  public Optional<Instant> due() {
    return Optional.ofNullable(dueAt);
  }

  public Optional<Instant> expiry() {
    return Optional.ofNullable(expiresAt);
  }

  /**
   * A change of its state, or a confirmation that did not suffice.
   *
   * @param by a person, the platform or the clock
   */
  public record Step(Instant at, String state, String by, String why) {}
}
