package org.breakwater.store.decision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which actions to undo together: what is told or to be told to the platform and is not over.
 *
 * @param decision absent for those of any
 * @param clause empty for any; of what leaves no record no clause is known
 * @param policy such as {@code human-exploitation@2021-11}; empty for any
 * @param from when they were planned, or later
 * @param until when they were planned, excluded
 */
public record UndoSelection(
    @Nullable UUID decision, String clause, String policy, Instant from, Instant until) {

  /** The least name of an action in it. */
  UUID least() {
    return least(from);
  }

  /** The least name of an action behind it. */
  UUID end() {
    return least(until);
  }

  private static UUID least(Instant at) {
    return new UUID(Math.max(0, at.toEpochMilli()) << 16, 0);
  }
}
