package org.breakwater.server.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.breakwater.store.action.BreakerTable;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.EmbeddedPostgres;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.time.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Breakers in a database that two servers read. */
@Tag("long")
class BreakersTest {
  private static final Path DATA = Path.of("target", "breakers-data");

  private volatile Instant now = Instant.parse("2026-11-22T09:30:00Z");
  private final Time clock = () -> now;
  private final EmbeddedPostgres postgres = EmbeddedPostgres.start(emptied());
  private final Database database = Database.open(postgres.url());
  private final DecisionLog log =
      DecisionLog.open(
          database, LogSecrets.in(DATA.resolve("keys")), DATA.resolve("checkpoint"), clock);
  private final BreakerTable table = new BreakerTable(database);
  private final DailyRemovals daily = new DailyRemovals(500, clock);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Breakers breakers = new Breakers(table, daily, clock, registry);
  private final Watch watch = new Watch(table, daily, breakers, log, clock);

  private static Path emptied() {
    try {
      if (Files.exists(DATA))
        try (var files = Files.walk(DATA)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
      Files.createDirectories(DATA.resolve("keys"));
      return DATA;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() {
    log.close();
    database.close();
    postgres.close();
  }

  private void executed(String sql) {
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }

  @Test
  void anotherServer_followsWithinTwoSeconds() throws InterruptedException {
    var other =
        new Breakers(table, new DailyRemovals(500, clock), clock, new SimpleMeterRegistry());
    log.enter(Watch.act("c", "es", true, "too many", "person p")).join();
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    while (!other.isOpen("c", "es") && System.nanoTime() < end) Thread.sleep(20);
    assertThat(other.isOpen("c", "es")).isTrue();
    assertThat(other.isOpen("c", "en")).isFalse();
    breakers.refresh();
    assertThat(registry.get("breakwater.breakers.open").gauge().value()).isEqualTo(1);
  }

  @Test
  void mistakes_openTheirClauseInTheirLanguage_andClosedByAPerson_itStaysSoForTheDay() {
    executed("insert into removal values ('2026-11-20', 'c', 'es', 100, 10)");
    executed("insert into removal values ('2026-11-20', 'c', 'en', 100, 1)");
    executed("insert into removal values ('2026-10-01', 'old', 'es', 100, 100)");
    watch.look();
    assertThat(breakers.opened())
        .extracting(BreakerTable.Breaker::clause, BreakerTable.Breaker::lang)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("c", "es"));
    assertThat(Watch.isByFigure(breakers.opened().getFirst())).isTrue();
    log.enter(Watch.act("c", "es", false, "mended", "person p")).join();
    breakers.refresh();
    watch.look();
    assertThat(breakers.opened()).isEmpty();
    assertThat(breakers.all()).hasSize(1);
  }

  @Test
  void usedUpDay_opensTheClauseInEveryLanguage() {
    executed("insert into removal values ('2026-11-22', 'c', 'es', 300, 0)");
    executed("insert into removal values ('2026-11-22', 'c', 'en', 200, 0)");
    watch.look();
    assertThat(breakers.isOpen("c", "fr")).isTrue();
    now = now.plus(Duration.ofDays(1));
    watch.look();
    assertThat(breakers.usedUp()).isEmpty();
    assertThat(breakers.isOpen("c", "fr")).as("until a person closes it").isTrue();
  }

  @Test
  void suddenFallOfTheShareAllowed_opensWhatRemovedThen_andElseEverything() {
    for (int day = 15; day < 22; day++) {
      executed("insert into counter values ('2026-11-%d', 'allow', 1, 95000)".formatted(day));
      executed("insert into counter values ('2026-11-%d', 'remove', 1, 5000)".formatted(day));
    }
    executed("insert into counter values ('2026-11-22', 'allow', 1, 9500)");
    watch.look();
    executed("update counter set decisions = decisions + 8000 where day = '2026-11-22'");
    executed("insert into counter values ('2026-11-22', 'remove', 1, 2000)");
    executed("insert into removal values ('2026-11-22', 'c', 'es', 400, 0)");
    watch.look();
    assertThat(breakers.opened()).as("the hour is not over").isEmpty();
    now = now.plus(Duration.ofHours(1));
    watch.look();
    assertThat(breakers.isOpen("c", "es")).isTrue();
    assertThat(breakers.isOpen("d", "es")).isFalse();
    executed("update counter set decisions = decisions + 3000 where outcome = 'remove'");
    now = now.plus(Duration.ofHours(1));
    watch.look();
    assertThat(breakers.isOpen("d", "es")).isTrue();
    assertThat(breakers.opened().getFirst().reason()).contains("share of posts");
  }
}
