package org.breakwater.store.decision;

import java.time.Duration;
import org.breakwater.engine.enforcement.Plan;
import org.breakwater.engine.enforcement.PlannedAction;
import org.breakwater.engine.policy.Action;

/**
 * A planned action, and when and by whose leave it happens.
 *
 * @param delay until the platform is told; zero: at once
 * @param people who must confirm it; 0 where it happens by itself
 */
public record Ordered(PlannedAction planned, Duration delay, int people) {
  public Ordered {
    if (delay.isNegative() || people < 0)
      throw new IllegalArgumentException("not 0 or more: %s, %d".formatted(delay, people));
  }

  /** Whether nobody sees the content from now on. */
  boolean hidesAtOnce() {
    boolean hides = Road.of(planned.action()) instanceof Road.Told(var deed) && deed == Deed.HIDE;
    return hides && delay.isZero();
  }

  /** At once, and confirmed by one person where the table says so. */
  static Ordered now(Action action) {
    PlannedAction planned = Plan.of(action);
    return new Ordered(planned, Duration.ZERO, planned.needsConfirmation() ? 1 : 0);
  }

  /** The action behind a deed that follows from an outcome. */
  static Ordered of(Deed deed) {
    return now(deed == Deed.HIDE ? Action.REMOVE_CONTENT : Action.NO_AMPLIFICATION);
  }
}
