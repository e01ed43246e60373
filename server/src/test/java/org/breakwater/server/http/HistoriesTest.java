package org.breakwater.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.breakwater.engine.content.Author;
import org.breakwater.engine.content.History;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Strikes;
import org.breakwater.store.decision.Strikes.Strike;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of authors without asking the database, and when it is not known. */
class HistoriesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  private final LogSecrets secrets;
  private final List<Strike> rows = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T09:30:00Z");
  private long nanos = 7;
  private long generation = 0;
  private boolean gone;

  HistoriesTest(@TempDir Path folder) {
    secrets = LogSecrets.in(folder);
  }

  private Strikes.News after(long number) {
    if (gone) throw new ConnectionException(new java.sql.SQLException("gone"));
    return new Strikes.News(
        generation, rows.stream().filter(row -> row.number() > number).toList());
  }

  private Histories histories() {
    return new Histories(this::after, secrets, () -> now, () -> nanos);
  }

  private UUID author(String id) {
    return Strikes.author(secrets, id);
  }

  private void strike(String author, int strikes, LocalDate ruled, int days) {
    rows.add(new Strike(rows.size() + 1, author(author), strikes, ruled, ruled.plusDays(days)));
  }

  private static Author named(String id) {
    return new Author(id, null, false, null);
  }

  @Test
  void strikesThatCount_areAddedUp() {
    strike("a1", 1, TODAY.minusDays(40), 365);
    strike("a1", 2, TODAY.minusDays(9), 365);
    strike("a1", 0, TODAY.minusDays(1), 365);
    strike("a1", 1, TODAY.minusDays(365), 365);
    strike("a1", 5, TODAY.minusDays(400), 730);
    strike("a2", 1, TODAY, 365);
    Histories histories = histories();
    assertThat(histories.of(named("a1"))).isEqualTo(new History.Known(8, 3, 9));
    assertThat(histories.of(named("a2"))).isEqualTo(new History.Known(1, 1, 0));
    assertThat(histories.of(named("a3"))).isEqualTo(History.NONE);
    now = now.plus(Duration.ofDays(330));
    assertThat(histories.of(named("a2"))).isEqualTo(new History.Known(1, 1, 330));
    now = now.plus(Duration.ofDays(35));
    assertThat(histories.of(named("a2"))).isEqualTo(History.NONE);
  }

  @Test
  void whoIsNotNamed_hasNoKnownHistory() {
    assertThat(histories().of(null)).isEqualTo(History.UNKNOWN);
    assertThat(histories().of(named(""))).isEqualTo(History.UNKNOWN);
  }

  @Test
  void whatIsNotLoaded_orOld_isUnknown_andNotNone() {
    gone = true;
    Histories histories = histories();
    assertThat(histories.of(named("a1"))).isEqualTo(History.UNKNOWN);
    assertThat(histories.isKnown()).isFalse();
    gone = false;
    histories.tryRefresh();
    assertThat(histories.of(named("a1"))).isEqualTo(History.NONE);
    gone = true;
    nanos += Duration.ofSeconds(60).toNanos();
    histories.tryRefresh();
    assertThat(histories.of(named("a1"))).isEqualTo(History.NONE);
    nanos++;
    assertThat(histories.of(named("a1"))).isEqualTo(History.UNKNOWN);
  }

  @Test
  void whatComes_isAdded_andWhatGoes_isForgotten() {
    strike("a1", 1, TODAY, 365);
    Histories histories = histories();
    strike("a1", 1, TODAY, 365);
    histories.refresh();
    assertThat(histories.of(named("a1"))).isEqualTo(new History.Known(2, 2, 0));
    rows.removeFirst();
    generation++;
    histories.refresh();
    assertThat(histories.of(named("a1"))).isEqualTo(new History.Known(1, 1, 0));
    rows.clear();
    generation++;
    histories.refresh();
    assertThat(histories.of(named("a1"))).isEqualTo(History.NONE);
  }

  @Test
  void manyAuthors_areEachFound() {
    for (int i = 0; i < 20_000; i++) strike("a" + i % 5_000, 1, TODAY, 365);
    Histories histories = histories();
    for (int i = 0; i < 5_000; i++)
      assertThat(histories.of(named("a" + i))).isEqualTo(new History.Known(4, 4, 0));
    assertThat(histories.of(named("b"))).isEqualTo(History.NONE);
  }

  @Test
  void moreThanFit_areNotHalfKnown() {
    UUID name = author("a1");
    for (int i = 0; i <= Histories.STRIKES_MAX; i++)
      rows.add(new Strike(i + 1, new UUID(i, i * 31L), 1, TODAY, TODAY.plusDays(1)));
    Histories histories = histories();
    assertThat(histories.of(named("a1"))).isEqualTo(History.UNKNOWN);
    histories.refresh();
    assertThat(histories.of(named("a1"))).isEqualTo(History.UNKNOWN);
    rows.removeLast();
    generation++;
    rows.set(0, new Strike(1, name, 1, TODAY, TODAY.plusDays(1)));
    histories.refresh();
    assertThat(histories.of(named("a1"))).isEqualTo(new History.Known(1, 1, 0));
  }
}
