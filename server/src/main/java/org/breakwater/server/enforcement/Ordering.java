package org.breakwater.server.enforcement;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.breakwater.engine.enforcement.PlannedAction;
import org.breakwater.engine.policy.Action;
import org.breakwater.store.decision.Ordered;

/** Says of planned actions when they happen, and how many people must confirm them. */
public final class Ordering {
  /**
   * Irremediable harm: whom it accuses, it accuses of the worst, so that one person is not enough.
   */
  private static final int TWO_PEOPLE_FROM_SEVERITY = 5;

  private final long delayMaxMs;
  private final RandomGenerator chance;

  Ordering(Limits limits, RandomGenerator chance) {
    this.delayMaxMs = limits.delayMax().toMillis();
    this.chance = chance;
  }

  /**
   * As ordered by a machine.
   *
   * @param severity of the deciding clause; 0 where none decided
   */
  public List<Ordered> of(List<PlannedAction> actions, int severity) {
    return actions.stream().map(action -> of(action, severity)).toList();
  }

  private Ordered of(PlannedAction action, int severity) {
    return new Ordered(action, delay(action), action.needsConfirmation() ? people(severity) : 0);
  }

  /** How many people must confirm what a clause of that severity orders and needs confirming. */
  public static int people(int severity) {
    return severity >= TWO_PEOPLE_FROM_SEVERITY ? 2 : 1;
  }

  private Duration delay(PlannedAction action) {
    boolean waits = action.action() == Action.REMOVE_CONTENT && delayMaxMs > 0;
    return waits ? Duration.ofMillis(chance.nextLong(delayMaxMs + 1)) : Duration.ZERO;
  }
}
