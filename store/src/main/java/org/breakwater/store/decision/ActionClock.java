package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Does what is due: messages that were to wait, second stages, ends. */
final class ActionClock {
  private static final int AT_ONCE = 200;
  private static final long EVERY_NANOS = 1_000_000_000L;
  private static final String DUE =
      "where a.due_at <= ? order by a.due_at limit " + AT_ONCE + " for update of a";
  private static final String OVER =
      "where a.expires_at <= ? order by a.expires_at limit " + AT_ONCE + " for update of a";

  private long lookedNanos;
  private boolean looked;

  /**
   * Looks, no oftener than once a second, in transactions of its own.
   *
   * @param nanos of a clock that never steps
   */
  void tick(Connection connection, DecisionIds ids, Instant now, long nanos) throws SQLException {
    if (looked && nanos - lookedNanos < EVERY_NANOS) return;
    looked = true;
    lookedNanos = nanos;
    connection.setAutoCommit(false);
    var enforcement = new Enforcement(connection, ids, now);
    List<ActionRow> due = ActionRow.select(connection, DUE, NewAction.timestamp(now));
    for (ActionRow action : due)
      next(enforcement, new Confirming(connection, ids, now), action, now);
    for (ActionRow action : ActionRow.select(connection, OVER, NewAction.timestamp(now)))
      enforcement.undo(action, ActionState.EXPIRED, Enforcement.By.CLOCK);
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void next(Enforcement enforcement, Confirming cases, ActionRow action, Instant now)
      throws SQLException {
    if (!action.isTold()) Stages.first(enforcement, action, now);
    else if (cases.isInOpenCase(action.action()))
      enforcement.postpone(action, now.plus(Stages.WAIT));
    else enforcement.tell(action, Deed.DISABLE_ACCOUNT, Stages.DISABLED, null);
  }
}
