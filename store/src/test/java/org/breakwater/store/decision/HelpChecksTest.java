package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.breakwater.store.decision.HelpCounts.Count;
import org.breakwater.store.decision.HelpSnapshots.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people found out about help is in the log, and the newest counts. */
class HelpChecksTest extends LogFixture {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private final HelpChecks checks = new HelpChecks(database, secrets);

  HelpChecksTest(@TempDir Path folder) {
    super(folder);
  }

  private void enter(String entry, String kind) {
    boolean verified = kind.equals("verified");
    var finding =
        new HelpCheck.Finding(
            entry,
            "sha256:ab",
            kind,
            verified ? "call" : "",
            verified ? "no" : "",
            DAY,
            DAY.plusDays(180),
            "they answered",
            "person p");
    var act =
        new Act.Checked("{\"act\":\"check help\",\"entry\":\"%s\"}".formatted(entry), finding);
    assertThat(log.enter(act).join()).isInstanceOf(Answer.Logged.class);
  }

  @Test
  void newestCounts_andAllAreKept() {
    enter("a", "verified");
    enter("b", "verified");
    enter("a", "suspended");
    assertThat(checks.newest())
        .extracting(each -> each.finding().entry() + " " + each.finding().kind())
        .containsExactly("a suspended", "b verified");
    assertThat(checks.of("a"))
        .extracting(each -> each.finding().kind())
        .containsExactly("suspended", "verified");
    assertThat(faults()).isEmpty();
  }

  @Test
  void changedRow_isFound_andItsEntryIsNotShown() {
    enter("a", "verified");
    database.jdbi().useHandle(handle -> handle.execute("update help_check set shares = 'yes'"));
    assertThat(checks.newest()).isEmpty();
    assertThat(faults()).singleElement().asString().contains("was changed after it was written");
  }

  @Test
  void afterAYear_aCheckIsGone() {
    enter("a", "verified");
    now = START.plus(Duration.ofDays(367));
    reopen();
    enter("b", "verified");
    assertThat(checks.of("a")).isEmpty();
  }

  @Test
  void snapshot_isKeptOnce() {
    var snapshots = new HelpSnapshots(database);
    var snapshot = new Snapshot("[1]", "[0]", "[]");
    snapshots.keep(snapshot);
    snapshots.keep(snapshot);
    assertThat(snapshots.find("[1]")).contains(snapshot);
    assertThat(snapshots.find("[2]")).isEmpty();
  }

  @Test
  void counts_addUp() {
    var counts = new HelpCounts(database);
    var one = new Count(DAY, "danger", "es", "shown", "open", 3);
    counts.add(List.of(one, one));
    assertThat(counts.between(DAY, DAY))
        .containsExactly(new Count(DAY, "danger", "es", "shown", "open", 6));
    assertThat(counts.between(DAY.plusDays(1), DAY.plusDays(1))).isEmpty();
  }
}
