package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Ends what has had its time. Tried again when somebody reads what is to go; and put off while the
 * clock is not to be trusted, for a clock that jumps a year ahead must not erase a year.
 */
final class Retention {
  /** How long rows of what is allowed, and of no-record labels, are kept (design.md §5). */
  static final int PASSING_DAYS = 7;

  /** How long rows are kept whose author is recorded; their material goes a day before. */
  static final int KEPT_DAYS = RetentionClock.STRIKE_DAYS;

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

  private static boolean erase(Connection connection, LocalDate today) throws SQLException {
    try {
      delete(connection, "delete from material where expires_on <= ?", today);
      delete(connection, "delete from appeal where expires_on <= ?", today);
      delete(connection, "delete from notice_mute where expires_on <= ?", today);
      delete(connection, "delete from act where expires_on <= ?", today);
      delete(connection, "delete from outbox where created_on < ?", today.minusDays(PASSING_DAYS));
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

  private static void delete(Connection connection, String sql, LocalDate day) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setObject(1, day);
      delete.executeUpdate();
    }
  }
}
