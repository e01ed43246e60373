package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.breakwater.store.sample.SampleStore;

/**
 * Ends what has had its time. Tried again when somebody reads what is to go; and put off while the
 * clock is not to be trusted, for a clock that jumps a year ahead must not erase a year.
 */
final class Retention {
  /** How long rows of what is allowed, and of no-record labels, are kept (design.md §5). */
  static final int PASSING_DAYS = 7;

  /** How long rows are kept whose author is recorded; their material goes a day before. */
  static final int KEPT_DAYS = RetentionClock.STRIKE_DAYS;

  /** How long a message that never arrived is kept, so that a person can replay it (RFD 10). */
  static final int DEAD_DAYS = 30;

  /** What is told of a no-record label goes with its day, arrived or not. */
  private static final String MESSAGES =
      """
      delete from outbox where created_on < ? and not (
        created_on >= ?
        and exists (
          select from webhook_delivery d where d.message = outbox.message and d.state <> 'delivered')
        and exists (
          select from material m where m.decision = outbox.decision and m.recorded))
      """;

  private static final String ATTEMPTS = "delete from webhook_attempt where at < ?";

  /** How long samples are kept (design.md §5). */
  private static final int SAMPLE_DAYS = SampleStore.DAYS;

  private static final Duration STEP_MAX = Duration.ofMinutes(5);
  private static final Duration STEADY = Duration.ofHours(1);
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private LocalDate done = LocalDate.MIN;
  private long triedNanos;
  private boolean tried;
  private Instant lastSeen = Instant.MIN;
  private long lastNanos;
  private long stepNanos;
  private boolean stepped;

  /**
   * Does what is due.
   *
   * @param nanos of a clock that never steps
   */
  void apply(Connection connection, Instant now, long nanos) throws SQLException {
    boolean steady = isSteady(now, nanos);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    boolean tooSoon = tried && nanos - triedNanos < AGAIN.toNanos();
    if (!steady || !today.isAfter(done) || tooSoon) return;
    tried = true;
    triedNanos = nanos;
    if (erase(connection, today)) {
      done = today;
      tried = false;
    }
  }

  /** Whether the clock has run as clocks run for an hour, or since we began. */
  boolean isSteady(Instant now, long nanos) {
    if (!lastSeen.equals(Instant.MIN)) {
      Duration expected = Duration.ofNanos(nanos - lastNanos);
      Duration step = Duration.between(lastSeen, now).minus(expected).abs();
      if (step.compareTo(STEP_MAX) > 0) {
        stepped = true;
        stepNanos = nanos;
      }
    }
    lastSeen = now;
    lastNanos = nanos;
    if (stepped && nanos - stepNanos >= STEADY.toNanos()) stepped = false;
    return !stepped;
  }

  /** Whether the clock stepped so lately that nothing may be done by it. */
  boolean isWaiting() {
    return stepped;
  }

  private static boolean erase(Connection connection, LocalDate today) throws SQLException {
    try {
      delete(connection, "delete from material where expires_on <= ?", today);
      delete(connection, "delete from strike where expires_on <= ?", today);
      LocalDate sampled = today.minusDays(SAMPLE_DAYS);
      delete(connection, "delete from sample where day <= ?", sampled);
      delete(connection, "delete from sample_population where day <= ?", sampled);
      delete(
          connection, "delete from group_count where day <= ?", today.minusDays(GroupPosts.DAYS));
      delete(connection, "delete from appeal where expires_on <= ?", today);
      delete(connection, "delete from notice_mute where expires_on <= ?", today);
      delete(connection, "delete from act where expires_on <= ?", today);
      delete(connection, "delete from undo_job where created_on <= ?", today.minusDays(KEPT_DAYS));
      delete(connection, MESSAGES, today.minusDays(PASSING_DAYS), today.minusDays(DEAD_DAYS));
      delete(connection, ATTEMPTS, today.minusDays(DEAD_DAYS));
      Partitions.dropBefore(connection, Partitions.PASSING, today.minusDays(PASSING_DAYS));
      Partitions.dropBefore(connection, Partitions.KEPT, today.minusDays(KEPT_DAYS));
      return true;
    } catch (SQLException e) {
      if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) throw e;
      try (Statement statement = connection.createStatement()) {
        statement.execute("rollback");
      }
      return false;
    }
  }

  private static void delete(Connection connection, String sql, LocalDate... days)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      for (int i = 0; i < days.length; i++) delete.setObject(i + 1, days[i]);
      delete.executeUpdate();
    }
  }
}
