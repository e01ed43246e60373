package org.breakwater.store.decision;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far an action has come. */
public enum ActionState {
  /** Proposed; a person must confirm it. */
  PLANNED,
  /** To be carried out; what happens here only has happened. */
  CONFIRMED,
  /** Tried once at the platform. */
  SENT,
  /** Every endpoint took it; what happened here only is done with. */
  ACKNOWLEDGED,
  /** The platform did not take it in three days; a person may send it again. */
  FAILED,
  /** Put back by a person. */
  UNDONE,
  /** Put back by the clock, or never confirmed. */
  EXPIRED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state with that word; empty when there is none. */
  public static Optional<ActionState> named(String word) {
    return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
  }

  /** Whether it ever changes again. */
  public boolean isFinal() {
    return next().isEmpty();
  }

  /** Whether this may follow; no action is in any other order anywhere. */
  public boolean mayBecome(ActionState other) {
    return next().contains(other);
  }

  private Set<ActionState> next() {
    return switch (this) {
      case PLANNED -> EnumSet.of(CONFIRMED, UNDONE, EXPIRED);
      case CONFIRMED -> EnumSet.of(SENT, ACKNOWLEDGED, FAILED, UNDONE, EXPIRED);
      case SENT -> EnumSet.of(ACKNOWLEDGED, FAILED, UNDONE, EXPIRED);
      // Sent again: the second of its two stages.
      case ACKNOWLEDGED -> EnumSet.of(SENT, FAILED, UNDONE, EXPIRED);
      // Sent again: by whoever replays a dead letter.
      case FAILED -> EnumSet.of(SENT, ACKNOWLEDGED, UNDONE, EXPIRED);
      case UNDONE, EXPIRED -> EnumSet.noneOf(ActionState.class);
    };
  }
}
