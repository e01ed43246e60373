package org.breakwater.store.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes what became of attempts, within a transaction of whoever calls. */
final class Records {
  private static final String ATTEMPT =
      """
      insert into webhook_attempt (endpoint, message, at, status, fault, ms)
      values (:endpoint, :message, :at, :status, :fault, :ms)
      """;

  /** A dead letter that was on its way when its endpoint was closed may still have arrived. */
  private static final String DELIVERED =
      """
      update webhook_delivery set state = 'delivered', attempts = attempts + 1, status = :status,
        fault = null, ended_at = :now
      where message = :message and endpoint = :endpoint and state in ('pending', 'dead')
      """;

  private static final String FAILED =
      """
      update webhook_delivery set state = :state, attempts = attempts + 1, status = :status,
        fault = :fault, next_at = :next, ended_at = :ended
      where message = :message and endpoint = :endpoint and state = 'pending'
      """;

  private final Handle handle;
  private final Schedule schedule;
  private final ActionProgress progress;

  Records(Handle handle, Schedule schedule, ActionProgress progress) {
    this.handle = handle;
    this.schedule = schedule;
    this.progress = progress;
  }

  void write(List<Attempted> attempts, Instant now) throws SQLException {
    Set<Long> kept = kept(attempts);
    for (Attempted each : attempts) if (kept.contains(each.delivery().message())) write(each, now);
  }

  /**
   * Those that were not erased meanwhile. They are held until the transaction ends, in the order in
   * which an erasure takes rows: message first, so that neither waits for the other.
   */
  private Set<Long> kept(List<Attempted> attempts) {
    List<Long> messages = attempts.stream().map(each -> each.delivery().message()).toList();
    return new HashSet<>(
        handle
            .createQuery(
                """
                select message from outbox where message = any(:messages)
                order by message for key share
                """)
            .bindArray("messages", Long.class, messages)
            .mapTo(Long.class)
            .list());
  }

  private void write(Attempted attempted, Instant now) throws SQLException {
    tellSent(attempted);
    insert(handle, attempted.delivery().endpoint(), attempted.delivery().message(), attempted);
    switch (attempted.result()) {
      case Attempted.Result.Answered answered when answered.isSuccess() ->
          delivered(attempted, answered.status(), now);
      case Attempted.Result.Answered answered -> {
        if (answered.isGone()) disable(attempted.delivery().endpoint());
        failed(attempted, answered.isGone(), answered.retryAfter(), now);
      }
      case Attempted.Result.Unanswered unanswered -> {
        boolean isHopeless = unanswered.fault() == Fault.TOO_LONG;
        failed(attempted, isHopeless, Duration.ZERO, now);
      }
    }
  }

  /** One line of the log of attempts. */
  static void insert(Handle handle, UUID endpoint, @Nullable Long message, Attempted attempted) {
    handle
        .createUpdate(ATTEMPT)
        .bind("endpoint", endpoint)
        .bind("message", message)
        .bind("at", Dispatch.at(attempted.at()))
        .bind("status", status(attempted.result()))
        .bind("fault", fault(attempted.result()))
        .bind("ms", (int) Math.min(Integer.MAX_VALUE, attempted.ms()))
        .execute();
  }

  private static @Nullable Integer status(Attempted.Result result) {
    return result instanceof Attempted.Result.Answered answered ? answered.status() : null;
  }

  private static @Nullable String fault(Attempted.Result result) {
    return result instanceof Attempted.Result.Unanswered unanswered
        ? unanswered.fault().word()
        : null;
  }

  private void tellSent(Attempted attempted) throws SQLException {
    UUID action = attempted.delivery().action();
    if (action == null) return;
    boolean isFirst =
        handle
            .createQuery("select not exists (select from webhook_attempt where message = :message)")
            .bind("message", attempted.delivery().message())
            .mapTo(Boolean.class)
            .one();
    if (isFirst) progress.sent(connection(), action, attempted.at());
  }

  private void delivered(Attempted attempted, int status, Instant now) throws SQLException {
    Delivery delivery = attempted.delivery();
    int changed =
        handle
            .createUpdate(DELIVERED)
            .bind("status", status)
            .bind("now", Dispatch.at(now))
            .bind("message", delivery.message())
            .bind("endpoint", delivery.endpoint())
            .execute();
    UUID action = delivery.action();
    if (changed == 0 || action == null) return;
    boolean isEverywhere =
        handle
            .createQuery(
                """
                select not exists (
                  select from webhook_delivery where message = :message and state <> 'delivered')
                """)
            .bind("message", delivery.message())
            .mapTo(Boolean.class)
            .one();
    if (isEverywhere) progress.acknowledged(connection(), action, now);
  }

  private void failed(Attempted attempted, boolean isLast, Duration retryAfter, Instant now)
      throws SQLException {
    Delivery delivery = attempted.delivery();
    var wait = schedule.waitMs(delivery.attempts() + 1, retryAfter);
    boolean isDead = isLast || wait.isEmpty();
    Instant next = isDead ? now : now.plusMillis(wait.orElseThrow());
    int changed =
        handle
            .createUpdate(FAILED)
            .bind("state", isDead ? "dead" : "pending")
            .bind("status", status(attempted.result()))
            .bind("fault", fault(attempted.result()))
            .bind("next", Dispatch.at(next))
            .bind("ended", isDead ? Dispatch.at(now) : null)
            .bind("message", delivery.message())
            .bind("endpoint", delivery.endpoint())
            .execute();
    UUID action = delivery.action();
    if (changed > 0 && isDead && action != null)
      progress.failed(connection(), action, now, attempted.result().text());
  }

  private void disable(UUID endpoint) {
    handle.execute(
        """
        update webhook_endpoint set state = 'disabled', why = 'answered 410 Gone'
        where endpoint = ? and state = 'active'
        """,
        endpoint);
  }

  private Connection connection() {
    return handle.getConnection();
  }
}
