package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages and counts are there with their decision, and not without it. */
class EffectsTest extends LogFixture {
  EffectsTest(@TempDir Path folder) {
    super(folder);
  }

  private List<String> rows(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private List<String> outbox() {
    return rows("select content || ' ' || deed from outbox order by message");
  }

  private List<String> counters() {
    return rows("select outcome || ' ' || decisions from counter order by day, outcome");
  }

  @Test
  void whatIsNotAllowed_isToldInANeutralWord() {
    log.submit(drafts.allowed("p1")).join();
    log.submit(drafts.removed("p2", "a2")).join();
    log.submit(drafts.removedAsk("p3")).join();
    assertThat(outbox()).containsExactly("p2 hide", "p3 hide");
  }

  @Test
  void decisions_areCountedOnce_byWhatTheirRowsSay() {
    for (int i = 0; i < 5; i++) log.submit(drafts.allowed("p" + i)).join();
    log.submit(drafts.allowed("p1")).join();
    log.submit(drafts.removed("r", "a")).join();
    log.submit(drafts.removedAsk("q")).join();
    assertThat(counters()).containsExactly("allow 6", "remove 1");
  }

  @Test
  void groupThatIsNotCommitted_leavesNeitherMessageNorCount() throws SQLException {
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table log_entry in access exclusive mode");
      var answer = log.submit(drafts.removed("p1", "a1"));
      List<String> waiting = List.of();
      while (waiting.isEmpty())
        waiting = rows("select pid::text from pg_stat_activity where wait_event_type = 'Lock'");
      rows("select pg_terminate_backend(%s)::text".formatted(waiting.getFirst()));
      assertThat(answer.join()).isInstanceOf(Answer.Unavailable.class);
      other.rollback();
    }
    assertThat(outbox()).isEmpty();
    assertThat(counters()).isEmpty();
  }

  private void undelivered() {
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute(
                  """
                  insert into webhook_endpoint
                    (endpoint, url, description, schemes, state, why, created_at)
                  values (gen_random_uuid(), '', '', '', 'active', '', now())
                  """);
              handle.execute(
                  """
                  insert into webhook_delivery (message, endpoint, lane, state, next_at)
                  select message, endpoint, 0, 'dead', now() from outbox, webhook_endpoint
                  """);
            });
  }

  @Test
  void messageThatDidNotArrive_isKept30Days_butNotOfWhatLeavesNoRecord() {
    log.submit(drafts.removed("p1", "a1")).join();
    log.submit(drafts.removedAsk("p2")).join();
    undelivered();
    for (int day : List.of(8, 30, 31)) {
      log.close();
      now = START.plus(day, ChronoUnit.DAYS);
      log = open();
      if (day < 31) assertThat(outbox()).as("day %d", day).containsExactly("p1 hide");
    }
    assertThat(outbox()).isEmpty();
  }

  @Test
  void message_goesAfter7Days() {
    log.submit(drafts.removed("p1", "a1")).join();
    log.close();
    now = START.plus(8, ChronoUnit.DAYS);
    log = open();
    assertThat(outbox()).isEmpty();
  }
}
