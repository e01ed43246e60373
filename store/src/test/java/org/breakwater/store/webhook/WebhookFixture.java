package org.breakwater.store.webhook;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** An outbox in a database of its own, on a clock that the test sets. */
abstract class WebhookFixture {
  static final Instant START = Instant.parse("2026-12-01T09:30:00Z");

  final Database database = TestPostgres.fresh();
  final Endpoints endpoints;
  final DeadLetters letters = new DeadLetters(database, () -> now());
  final List<String> told = new ArrayList<>();
  Dispatch dispatch;
  volatile Instant now = START;

  WebhookFixture(Path folder) throws SQLException {
    endpoints = new Endpoints(database, SealingKey.in(folder), () -> now());
    dispatch = open();
  }

  private Instant now() {
    return now;
  }

  final Dispatch open() throws SQLException {
    return Dispatch.open(database, new Schedule(() -> 0), new Progress()).orElseThrow();
  }

  final Endpoint endpoint() {
    return endpoints
        .add(
            "person admin",
            new Endpoints.New(
                "https://example.org/hooks", "", EnumSet.of(Scheme.HMAC), Format.STANDARD))
        .endpoint();
  }

  final long message(String content) {
    return message(content, null);
  }

  final long message(String content, @Nullable UUID action) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        insert into outbox (decision, content, revision, deed, created_on, action)
                        values (gen_random_uuid(), :content, 1, 'hide', :day, cast(:action as uuid))
                        returning message
                        """)
                    .bind("content", content)
                    .bind("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                    .bind("action", action)
                    .mapTo(Long.class)
                    .one());
  }

  final List<Long> due(Endpoint endpoint) {
    return deliveries(endpoint).stream().map(Delivery::message).toList();
  }

  final List<Delivery> deliveries(Endpoint endpoint) {
    return dispatch.due(endpoint.id(), now, List.of(), 100);
  }

  final void answered(Delivery delivery, int status) throws SQLException {
    var result = new Attempted.Result.Answered(status, Duration.ZERO);
    dispatch.record(List.of(new Attempted(delivery, now, result, 12)), now);
  }

  final List<String> rows(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private final class Progress implements ActionProgress {
    @Override
    public void sent(Connection connection, UUID action, Instant at) {
      told.add("sent");
    }

    @Override
    public void acknowledged(Connection connection, UUID action, Instant at) {
      told.add("acknowledged");
    }

    @Override
    public void failed(Connection connection, UUID action, Instant at, String why) {
      told.add("failed " + why);
    }
  }

  @AfterEach
  void close() {
    dispatch.close();
    database.close();
  }
}
