package org.breakwater.server.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.breakwater.engine.content.Author;
import org.breakwater.engine.content.History;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Strikes;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * What people confirmed of authors, at hand for every decision: all strikes are in memory, those of
 * another server within two seconds. Where they are not, or have not been looked at for a minute,
 * an author's history is unknown, which is not the same as none.
 */
public final class Histories {
  private static final Duration REFRESH = Duration.ofSeconds(2);
  private static final Duration STALE = Duration.ofSeconds(60);

  /** More than these are not held, at 96 bytes each; then no history is known. */
  static final int STRIKES_MAX = 1_000_000;

  private final LongFunction<Strikes.News> strikes;
  private final LogSecrets secrets;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private volatile Known known = new Known(0, 0, StrikeTable.EMPTY, 0, false);

  /**
   * @param newest number of the newest strike held
   * @param seenNanos when the database last said that this is all
   * @param isWhole false until it has, and where there are too many
   */
  private record Known(
      long generation, long newest, StrikeTable table, long seenNanos, boolean isWhole) {}

  /**
   * @param strikes those after a number
   * @param nanos of a clock that never steps
   */
  Histories(
      LongFunction<Strikes.News> strikes,
      LogSecrets secrets,
      InstantSource clock,
      LongSupplier nanos) {
    this.strikes = strikes;
    this.secrets = secrets;
    this.clock = clock;
    this.nanos = nanos;
    tryRefresh();
  }

  /** Those in a database, which it follows from now on. */
  public static Histories following(
      Strikes strikes, LogSecrets secrets, InstantSource clock, MeterRegistry registry) {
    var histories = new Histories(strikes::after, secrets, clock, System::nanoTime);
    Gauge.builder("breakwater.history.known", () -> histories.isKnown() ? 1 : 0)
        .description("1 while authors' histories are at hand, else they are unknown to the rules")
        .register(registry);
    Thread.ofVirtual().name("histories").start(histories::refreshOften);
    return histories;
  }

  /** What counts against an author today; unknown where nobody is named. */
  History of(@Nullable Author author) {
    if (author == null || author.id().isEmpty()) return History.UNKNOWN;
    Known now = known;
    if (!isKnown(now)) return History.UNKNOWN;
    if (now.table().size() == 0) return History.NONE;
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return now.table().of(Strikes.author(secrets, author.id()), today);
  }

  /** Whether histories are at hand. */
  boolean isKnown() {
    return isKnown(known);
  }

  private boolean isKnown(Known now) {
    return now.isWhole() && nanos.getAsLong() - now.seenNanos() <= STALE.toNanos();
  }

  /** Looks for new ones now. */
  synchronized void refresh() {
    Known before = known;
    long began = nanos.getAsLong();
    Strikes.News news = strikes.apply(before.newest());
    boolean anew = news.generation() != before.generation();
    if (anew) news = strikes.apply(0);
    StrikeTable held = anew ? StrikeTable.EMPTY : before.table();
    long newest = news.strikes().isEmpty() ? before.newest() : news.strikes().getLast().number();
    // What did not fit once fits again only where some have gone.
    boolean wasWhole = anew || before.isWhole() || before.newest() == 0;
    boolean isWhole = wasWhole && held.size() + news.strikes().size() <= STRIKES_MAX;
    StrikeTable table = isWhole ? held.with(news.strikes()) : StrikeTable.EMPTY;
    known = new Known(news.generation(), newest, table, began, isWhole);
  }

  void tryRefresh() {
    try {
      refresh();
    } catch (JdbiException _) {
      // The database is gone: what is held stands for a minute, then nothing is known.
    }
  }

  private void refreshOften() {
    while (true) {
      try {
        Thread.sleep(REFRESH);
      } catch (InterruptedException _) {
        return;
      }
      tryRefresh();
    }
  }
}
