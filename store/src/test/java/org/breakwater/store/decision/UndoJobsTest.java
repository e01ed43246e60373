package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many actions are undone by one act, in parts, each once, also where the server ends between. */
@Tag("long")
class UndoJobsTest extends LogFixture {
  private static final int MANY = 120;
  private static final UndoSelection ALL =
      new UndoSelection(null, "", "", START.minus(Duration.ofDays(1)), START.plusSeconds(3_600));

  private final UndoJobs jobs = new UndoJobs(database);

  UndoJobsTest(@TempDir Path folder) {
    super(folder);
  }

  private void removed(int count) {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) answers.add(log.submit(drafts.removed("p" + i, "a" + i)));
    answers.forEach(CompletableFuture::join);
  }

  private UUID begun(UndoSelection selection) {
    UndoJobs.Summary summary = jobs.summary(selection, 3);
    var act =
        new Act.UndoneTogether(
            "{\"act\":\"undo actions\"}",
            selection,
            "person \"p\"",
            "why",
            summary.recorded(),
            summary.unrecorded());
    return logged(log.enter(act).join()).decision();
  }

  private UndoJobs.Progress done(UUID job) throws InterruptedException {
    for (int i = 0; i < 2_000; i++) {
      UndoJobs.Progress progress = jobs.find(job).orElseThrow();
      if (progress.isDone()) return progress;
      Thread.sleep(5);
    }
    throw new AssertionError("goes on: " + jobs.find(job));
  }

  private long count(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  @Test
  void many_areUndoneOnceEach_alsoWhereTheServerEndsBetween() throws InterruptedException {
    removed(MANY);
    log.submit(drafts.removedAsk("ask")).join();
    UUID job = begun(ALL);
    reopen();
    UndoJobs.Progress progress = done(job);
    assertThat(progress.recorded()).isEqualTo(MANY);
    assertThat(progress.unrecorded()).isEqualTo(1);
    assertThat(progress.looked()).isEqualTo(MANY + 1);
    assertThat(progress.entries()).isEqualTo(MANY + 1);
    assertThat(progress.percent()).isEqualTo(100);
    assertThat(count("select count(*) from action where state <> 'undone' and undoes is null"))
        .isZero();
    assertThat(count("select count(*) from outbox where deed = 'show'")).isEqualTo(MANY + 1);
    assertThat(count("select count(*) from ruling")).isEqualTo(MANY + 1);
    assertThat(faults()).isEmpty();
  }

  @Test
  void decisionsGoOn_whileManyAreUndone_andWhatComesLaterIsNotAmongThem()
      throws InterruptedException {
    removed(MANY);
    var earlier =
        new UndoSelection(null, "", "", START.minus(Duration.ofDays(1)), now.plusMillis(1));
    now = now.plusSeconds(1);
    UUID job = begun(earlier);
    logged(drafts.removed("later", "b"));
    done(job);
    assertThat(count("select count(*) from action where state = 'confirmed' and undoes is null"))
        .isEqualTo(1);
  }

  @Test
  void summary_namesTheFirst_andItsDigestChangesWithTheSet() {
    removed(4);
    UndoJobs.Summary four = jobs.summary(ALL, 3);
    assertThat(four.recorded()).isEqualTo(4);
    assertThat(four.sample()).hasSize(3).isSorted();
    assertThat(jobs.summary(ALL, 1).digest()).isEqualTo(four.digest());
    logged(drafts.removed("more", "b"));
    assertThat(jobs.summary(ALL, 3).digest()).isNotEqualTo(four.digest());
    assertThat(jobs.find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void whatCannotBeUndone_isTriedAlone_andPassedOver() throws Exception {
    removed(3);
    var parts = new UndoJobs.Parts();
    log.close();
    begunBeside();
    try (var connection = database.connect()) {
      assertThat(sizes(parts, connection)).containsExactly(3, 1, 0);
      UndoJobs.Part passed = parts.next(connection, System.nanoTime()).orElseThrow();
      passed.advance(connection, 0);
      assertThat(parts.next(connection, System.nanoTime()).orElseThrow().acts()).hasSize(2);
    }
    log = open();
  }

  private void begunBeside() throws Exception {
    try (var connection = database.connect()) {
      var act = new Act.UndoneTogether("{}", ALL, "person p", "why", 3, 0);
      UndoJobs.begin(connection, UUID.randomUUID(), act, now);
    }
  }

  private static List<Integer> sizes(UndoJobs.Parts parts, java.sql.Connection connection)
      throws java.sql.SQLException {
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < 3; i++)
      sizes.add(parts.next(connection, System.nanoTime()).orElseThrow().acts().size());
    return sizes;
  }
}
