package org.breakwater.server.enforcement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.engine.policy.Automation;
import org.breakwater.server.Json;
import org.breakwater.store.action.BreakerTable;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.time.Time;
import org.jdbi.v3.core.JdbiException;

/** Looks at the figures, and opens breakers by them. Only whoever writes the log does. */
public final class Watch {
  private static final String SERVER = "the server";
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final BreakerTable table;
  private final DailyRemovals daily;
  private final Breakers breakers;
  private final DecisionLog log;
  private final Time time;
  private Optional<Sample> began = Optional.empty();

  /** All decisions of the days until tomorrow, when the hour began. */
  private record Sample(
      Instant at, BreakerTable.Volume volume, List<BreakerTable.Figure> figures) {}

  Watch(BreakerTable table, DailyRemovals daily, Breakers breakers, DecisionLog log, Time time) {
    this.table = table;
    this.daily = daily;
    this.breakers = breakers;
    this.log = log;
    this.time = time;
  }

  void start() {
    Thread.ofVirtual().name("watch").start(this::lookOften);
  }

  private void lookOften() {
    while (true) {
      try {
        time.pause(LOOK);
        if (log.down().isEmpty()) look();
      } catch (JdbiException _) {
        // The database is gone: looked at again when it is back.
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /** One look at all of them. */
  void look() {
    LocalDate today = daily.date();
    daily.learn(today, table.removed(today));
    for (String clause : daily.usedUp())
      open(clause, Automation.Breaker.ANY, "the day's removals by this clause are used up");
    List<BreakerTable.Figure> figures = table.figures(Figures.countsFrom(today));
    for (BreakerTable.Figure figure : figures)
      if (Figures.isOverCeiling(figure.removed(), figure.mistaken()))
        open(
            figure.clause(),
            figure.lang(),
            "more of its removals were undone as mistaken than its published ceiling allows");
    hour(today);
  }

  /** Compares the last hour with the days before, once an hour. */
  private void hour(LocalDate today) {
    Instant now = time.instant();
    boolean isOver = began.filter(sample -> now.isBefore(sample.at().plus(HOUR))).isEmpty();
    if (!isOver) return;
    var next =
        new Sample(
            now, table.volume(LocalDate.EPOCH, today.plusDays(1)), table.figures(LocalDate.EPOCH));
    began.ifPresent(sample -> compare(sample, next, today));
    began = Optional.of(next);
  }

  private void compare(Sample before, Sample after, LocalDate today) {
    BreakerTable.Volume hour = after.volume().since(before.volume());
    BreakerTable.Volume days = table.volume(today.minusDays(Figures.CHANGE_DAYS), today);
    if (!Figures.isSuddenFall(hour, days)) return;
    String why = "the share of posts that are allowed fell suddenly";
    List<BreakerTable.Figure> removing = removing(before, after);
    for (BreakerTable.Figure each : removing) open(each.clause(), each.lang(), why);
    if (removing.isEmpty()) open(Automation.Breaker.ANY, Automation.Breaker.ANY, why);
  }

  /** By which clauses the hour's removals were made that are a part of the fall worth naming. */
  private static List<BreakerTable.Figure> removing(Sample before, Sample after) {
    Map<List<String>, Long> earlier = new LinkedHashMap<>();
    for (BreakerTable.Figure each : before.figures())
      earlier.put(List.of(each.clause(), each.lang()), each.removed());
    long all = after.volume().since(before.volume()).all();
    return after.figures().stream()
        .filter(
            each -> {
              long then = earlier.getOrDefault(List.of(each.clause(), each.lang()), 0L);
              return each.removed() - then >= Figures.CHANGE_MIN * all / 2;
            })
        .toList();
  }

  private void open(String clause, String lang, String why) {
    boolean known =
        breakers.opened().stream()
            .anyMatch(each -> each.clause().equals(clause) && each.lang().equals(lang));
    if (known) return;
    log.enter(act(clause, lang, true, why, SERVER)).join();
    breakers.refresh();
  }

  /** The act of switching one. */
  public static Act.Switched act(
      String clause, String lang, boolean isOpen, String reason, String by) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("act", isOpen ? "open breaker" : "close breaker");
    members.put("by", by);
    members.put("clause", clause);
    members.put("lang", lang);
    members.put("reason", reason);
    return new Act.Switched(Json.text(members), clause, lang, isOpen, reason, by);
  }

  /** Whether a figure did it, and no person. */
  public static boolean isByFigure(BreakerTable.Breaker breaker) {
    return breaker.by().equals(SERVER);
  }
}
