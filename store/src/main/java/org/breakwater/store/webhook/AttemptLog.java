package org.breakwater.store.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.store.database.Database;
import org.jspecify.annotations.Nullable;

/** What was tried at an endpoint, and how it went; never what was sent or answered. */
public final class AttemptLog {
  private final Database database;

  public AttemptLog(Database database) {
    this.database = database;
  }

  /**
   * One attempt.
   *
   * @param number by which pages go on
   * @param id of the message; empty for a test
   * @param status absent where it was not answered
   * @param fault absent where it was
   */
  public record Line(
      long number,
      String id,
      Instant at,
      @Nullable Integer status,
      @Nullable String fault,
      int ms) {}

  /**
   * The newest first.
   *
   * @param before number of the last line of a page before; {@link Long#MAX_VALUE} for the first
   */
  public List<Line> page(UUID endpoint, long before, int max) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select attempt, message, at, status, fault, ms from webhook_attempt
                        where endpoint = :endpoint and attempt < :before
                        order by attempt desc limit :max
                        """)
                    .bind("endpoint", endpoint)
                    .bind("before", before)
                    .bind("max", max)
                    .map((row, _) -> line(row))
                    .list());
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getLong(1),
        Optional.ofNullable(row.getObject(2, Long.class)).map(Delivery::id).orElse(""),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getObject(4, Integer.class),
        row.getString(5),
        row.getInt(6));
  }
}
