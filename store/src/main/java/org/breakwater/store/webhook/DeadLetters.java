package org.breakwater.store.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.breakwater.store.database.Database;
import org.jdbi.v3.core.Handle;

/** Messages that did not arrive, and how a person sends them on their way again. */
public final class DeadLetters {
  private static final String SELECT =
      """
      select d.message, d.endpoint, o.deed, d.attempts, coalesce(d.fault, d.status::text, ''),
        d.ended_at
      from webhook_delivery d join outbox o using (message)
      where d.state = 'dead' and (d.message, d.endpoint) < (:message, :endpoint)
      order by d.message desc, d.endpoint desc limit :max
      """;

  /**
   * A letter is overtaken when a later message about the same content has arrived there: replayed,
   * an old order would undo a newer one.
   */
  private static final String OVERTAKEN =
      """
      exists (select from webhook_delivery n where n.endpoint = d.endpoint and n.lane = d.lane
        and n.message > d.message and n.state = 'delivered')
      """;

  private final Database database;
  private final InstantSource clock;

  public DeadLetters(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Which letters: numbers of messages, a range of time in which they were given up, or both. */
  public record Which(long first, long last, Instant from, Instant to) {
    /** One message, whenever it was given up. */
    public static Which one(long message) {
      return new Which(message, message, Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
    }

    /** All that were given up from one moment on and before another. */
    public static Which between(Instant from, Instant to) {
      return new Which(0, Long.MAX_VALUE, from, to);
    }
  }

  /**
   * What became of those asked for.
   *
   * @param replayed that are on their way again
   * @param overtaken that stay dead, for a later message about the same content has arrived
   * @param closed that stay dead, for their endpoint is not active
   */
  public record Replayed(int replayed, int overtaken, int closed) {}

  /** The newest first, after one of a page before; {@link Long#MAX_VALUE} for the first page. */
  public List<DeadLetter> page(long message, UUID endpoint, int max) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(SELECT)
                    .bind("message", message)
                    .bind("endpoint", endpoint)
                    .bind("max", max)
                    .map((row, _) -> letter(row))
                    .list());
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getInt(4),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }

  /** Sends letters on their way again, at every endpoint where they are dead. */
  public Replayed replay(String by, Which which) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              int closed = count(handle, which, "e.state <> 'active'");
              int overtaken = count(handle, which, "e.state = 'active' and " + OVERTAKEN);
              int replayed =
                  handle
                      .createUpdate(
                          """
                          update webhook_delivery d set state = 'pending', attempts = 0,
                            next_at = :now, ended_at = null
                          from webhook_endpoint e
                          where e.endpoint = d.endpoint and e.state = 'active' and d.state = 'dead'
                            and d.message between :first and :last
                            and d.ended_at >= :from and d.ended_at < :to
                            and not
                          """
                              + OVERTAKEN)
                      .bind("now", Dispatch.at(clock.instant()))
                      .bind("first", which.first())
                      .bind("last", which.last())
                      .bind("from", Dispatch.at(which.from()))
                      .bind("to", Dispatch.at(which.to()))
                      .execute();
              if (replayed > 0)
                Endpoints.enter(handle, "replay webhook messages", by, replayed + " deliveries");
              return new Replayed(replayed, overtaken, closed);
            });
  }

  private static int count(Handle handle, Which which, String condition) {
    return handle
        .createQuery(
            """
            select count(*) from webhook_delivery d join webhook_endpoint e using (endpoint)
            where d.state = 'dead' and d.message between :first and :last
              and d.ended_at >= :from and d.ended_at < :to and
            """
                + condition)
        .bind("first", which.first())
        .bind("last", which.last())
        .bind("from", Dispatch.at(which.from()))
        .bind("to", Dispatch.at(which.to()))
        .mapTo(Integer.class)
        .one();
  }
}
