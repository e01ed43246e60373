package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.breakwater.engine.policy.Label;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The writer when something is wrong: with a value, a lock, a connection, a clock, a key. */
class WriterTest extends LogFixture {
  WriterTest(@TempDir Path folder) {
    super(folder);
  }

  private Answer answer(Draft draft) {
    return log.submit(draft).join();
  }

  private long rows(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private static Draft withOutcome(Draft draft, String outcome) {
    return new Draft(draft.request(), draft.json(), draft.policies(), outcome, new Material.None());
  }

  @Test
  void textWithNul_isLoggedLikeAnyOther() {
    Draft draft = drafts.allowed("p1");
    var material =
        new Material.Recorded("p\0", 1, "a\0b", "au\0thor", "{}", Label.OFFER, Deed.HIDE);
    var kept = new Draft(draft.request(), draft.json(), draft.policies(), "remove", material);
    assertThat(answer(kept)).isInstanceOf(Answer.Logged.class);
  }

  @Test
  void valueTheDatabaseRefuses_harmsNoOtherOfItsGroup() throws SQLException {
    List<CompletableFuture<Answer>> answers;
    try (Connection other = locked("log_entry")) {
      // These wait for the lock, so that what follows is one group.
      CompletableFuture<Answer> first = log.submit(drafts.allowed("first"));
      Draft bad = withOutcome(drafts.allowed("bad"), "al\0low");
      answers =
          Stream.of(drafts.allowed("p1"), bad, drafts.allowed("p2"), drafts.allowed("p3"))
              .map(log::submit)
              .toList();
      other.rollback();
      assertThat(first.join()).isInstanceOf(Answer.Logged.class);
    }
    assertThat(answers.get(1).join())
        .isInstanceOfSatisfying(
            Answer.Unavailable.class, refused -> assertThat(refused.why()).contains("22021"));
    for (int i : new int[] {0, 2, 3})
      assertThat(answers.get(i).join()).isInstanceOf(Answer.Logged.class);
    assertThat(rows("select count(*) from decision")).isEqualTo(4);
    assertThat(log.down()).isEmpty();
  }

  private Connection locked(String table) throws SQLException {
    Connection other = database.connect();
    other.setAutoCommit(false);
    try (Statement statement = other.createStatement()) {
      statement.execute("lock table " + table + " in access exclusive mode");
    }
    return other;
  }

  @Test
  void connectionKilledInACommit_isUncertain_andDecidedOnceWhenSentAgain() throws SQLException {
    CompletableFuture<Answer> answer;
    try (Connection other = locked("log_entry")) {
      answer = log.submit(drafts.allowed("p1"));
      database
          .jdbi()
          .useHandle(
              handle -> {
                String waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock'";
                while (handle.createQuery(waiting).mapTo(Integer.class).findOne().isEmpty())
                  Thread.onSpinWait();
                handle.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where wait_event_type = 'Lock'");
              });
      assertThat(answer.join())
          .isInstanceOfSatisfying(
              Answer.Unavailable.class,
              unavailable -> assertThat(unavailable.why()).contains("send it again"));
      other.rollback();
    }
    while (!(answer(drafts.allowed("p1")) instanceof Answer.Logged)) Thread.onSpinWait();
    assertThat(rows("select count(*) from decision")).isEqualTo(1);
  }

  @Test
  void moreThanFitsInMemory_isRefused_andTheRestIsLogged() throws SQLException {
    String long16 = "x".repeat(1 << 20);
    List<CompletableFuture<Answer>> answers;
    try (Connection other = locked("log_entry")) {
      answers =
          IntStream.range(0, 100)
              .mapToObj(i -> log.submit(withText(drafts.allowed("p" + i), long16)))
              .toList();
      other.rollback();
    }
    List<Answer> all = answers.stream().map(CompletableFuture::join).toList();
    assertThat(all).anyMatch(answer -> answer instanceof Answer.Unavailable);
    long logged = all.stream().filter(answer -> answer instanceof Answer.Logged).count();
    assertThat(logged).isBetween(10L, 30L);
    assertThat(answer(drafts.allowed("after"))).isInstanceOf(Answer.Logged.class);
  }

  private static Draft withText(Draft draft, String text) {
    var material = new Material.Recorded("c", 1, text, "a", "{}", Label.OFFER, Deed.HIDE);
    return new Draft(draft.request(), draft.json(), draft.policies(), "remove", material);
  }

  @Test
  @Tag("long")
  void whoReadsForHours_keepsNobodyFromWriting_whenTheDayTurns()
      throws SQLException, InterruptedException {
    answer(drafts.allowed("p1"));
    try (Connection audit = database.connect();
        Statement statement = audit.createStatement()) {
      audit.setAutoCommit(false);
      statement.executeQuery("select count(*) from decision");
      log.close();
      now = START.plus(9, ChronoUnit.DAYS);
      log = open();
      var answer = log.submit(drafts.allowed("p2"));
      assertThat(answer)
          .as("while the old day cannot be dropped")
          .succeedsWithin(8, TimeUnit.SECONDS)
          .isInstanceOf(Answer.Logged.class);
      audit.rollback();
    }
    assertThat(rows("select count(*) from decision")).isEqualTo(2);
  }

  @Test
  void clockThatJumpsAhead_erasesNothing_andNamesFollowItBack() {
    answer(drafts.removed("p1", "a1"));
    answer(drafts.allowed("p2"));
    now = START.plus(1_000, ChronoUnit.DAYS);
    answer(drafts.allowed("p3"));
    now = START.plus(1, ChronoUnit.MINUTES);
    Place last = ((Answer.Logged) answer(drafts.allowed("p4"))).place();
    assertThat(rows("select count(*) from material")).isEqualTo(1);
    assertThat(rows("select count(*) from decision")).isEqualTo(4);
    assertThat(DecisionIds.timeOf(last.decision())).isEqualTo(now);
  }

  @Test
  void repeat_isKnownFor7Days_alsoOfWhatIsKept() {
    assertThat(answer(drafts.removed("p1", "a1"))).isInstanceOf(Answer.Logged.class);
    now = START.plus(7, ChronoUnit.DAYS);
    assertThat(answer(drafts.removed("p1", "a1"))).isInstanceOf(Answer.Repeated.class);
    now = START.plus(8, ChronoUnit.DAYS);
    assertThat(answer(drafts.removed("p1", "a1"))).isInstanceOf(Answer.Logged.class);
  }

  @Test
  void otherKeys_areRefused(@TempDir Path other) {
    answer(drafts.allowed("p1"));
    LogSecrets strange = LogSecrets.in(other);
    assertThatThrownBy(
            () -> DecisionLog.open(database, strange, other.resolve("checkpoint"), () -> now))
        .hasMessageContaining("was written with other keys");
  }
}
