package org.breakwater.store.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.breakwater.store.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * How much has not arrived. Where it is more than 10,000 it is not counted on: a platform without
 * webhooks may have many million messages that nobody asked for.
 *
 * @param active endpoints
 * @param disabled endpoints
 * @param pending deliveries that will be tried, or tried again
 * @param dead letters
 * @param unaddressed messages that wait for an endpoint to be added
 * @param oldest age of the oldest delivery that is pending; zero when none is
 */
public record Backlog(
    long active, long disabled, long pending, long dead, long unaddressed, Duration oldest) {
  private static final int COUNTED_MAX = 10_000;

  public static final Backlog NONE = new Backlog(0, 0, 0, 0, 0, Duration.ZERO);

  /** As it is now. */
  static Backlog of(Database database, Instant now) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select
                          (select count(*) from webhook_endpoint where state = 'active'),
                          (select count(*) from webhook_endpoint where state = 'disabled'),
                          (select count(*) from (select from webhook_delivery
                            where state = 'pending' limit :max) p),
                          (select count(*) from (select from webhook_delivery
                            where state = 'dead' limit :max) d),
                          (select count(*) from (select from outbox
                            where given_out_at is null limit :max) u),
                          (select given_out_at from outbox where message =
                            (select min(message) from webhook_delivery where state = 'pending'))
                        """)
                    .bind("max", COUNTED_MAX)
                    .map(
                        (row, _) ->
                            new Backlog(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                age(row.getObject(6, OffsetDateTime.class), now)))
                    .one());
  }

  private static Duration age(@Nullable OffsetDateTime since, Instant now) {
    return Optional.ofNullable(since)
        .map(OffsetDateTime::toInstant)
        .filter(now::isAfter)
        .map(from -> Duration.between(from, now))
        .orElse(Duration.ZERO);
  }
}
