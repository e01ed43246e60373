package org.breakwater.server.help;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.breakwater.measure.statistics.Difference;
import org.breakwater.measure.statistics.Proportion;
import org.breakwater.server.Json;
import org.breakwater.store.decision.HelpCounts.Count;
import org.breakwater.store.decision.HelpTrials;
import org.breakwater.store.time.Time;
import org.jdbi.v3.core.JdbiException;

/**
 * Whether help helps: counts by day, topic and language, and trials in which chance decides who is
 * shown a card. Of nobody anything is kept. Counts are written every few seconds; a crash loses
 * those since. Safe for use by many threads.
 */
public final class MeasuredHelp implements AutoCloseable {
  /** A figure below this is not shown (design.md §5). */
  public static final int SHOWN_MIN = 11;

  private static final Duration WRITE = Duration.ofSeconds(3);

  private final Ledger ledger;
  private final Time time;
  private final Map<Counted, LongAdder> waiting = new ConcurrentHashMap<>();
  private volatile List<Trial> registered = List.of();
  private volatile Map<String, Boolean> full = Map.of();
  private volatile Map<String, HelpTrials.Stopped> stopped = Map.of();
  private volatile DayKey key;

  private record Counted(LocalDate day, String topic, String lang, String arm, String event) {}

  public MeasuredHelp(Ledger ledger, Time time) {
    this.ledger = ledger;
    this.time = time;
    this.key = new DayKey(today());
    refresh();
    Thread.ofVirtual().name("help-counts").start(this::writeOften);
  }

  private LocalDate today() {
    return time.today();
  }

  private DayKey key() {
    LocalDate today = today();
    DayKey now = key;
    if (!now.isOf(today)) key = now = new DayKey(today);
    return now;
  }

  /**
   * Whether this session is shown help about the topic.
   *
   * @param session what a platform calls it, opaque, good for a day; empty for none
   */
  public Arm arm(Topic topic, String session) {
    if (session.isEmpty()) return Arm.NONE;
    return running(topic)
        .map(trial -> key().draw(trial.seed(), session) < trial.heldPerMille())
        .map(held -> held ? Arm.HELD : Arm.SHOWN)
        .orElse(Arm.NONE);
  }

  private Optional<Trial> running(Topic topic) {
    LocalDate today = today();
    return registered.stream()
        .filter(trial -> trial.topic() == topic && !topic.isNeverHeld())
        .filter(trial -> !today.isBefore(trial.from()) && !today.isAfter(trial.until()))
        .filter(trial -> !full.containsKey(trial.id()) && !stopped.containsKey(trial.id()))
        .findFirst();
  }

  /** Counts what happened; in a trial once a session and day. */
  public void count(Topic topic, String lang, Event event, String session) {
    Arm arm = arm(topic, session);
    boolean again = arm != Arm.NONE && !key().isFirst(topic.word() + " " + event.word(), session);
    if (again) return;
    String known = Words.in(lang).lang();
    var counted = new Counted(today(), topic.word(), known, arm.word(), event.word());
    waiting.computeIfAbsent(counted, _ -> new LongAdder()).increment();
  }

  /** Registers a trial; false when there is one of that name, or one on the topic goes on. */
  public synchronized boolean register(Trial trial) {
    refresh();
    boolean entered =
        isFree(trial)
            && ledger.register(new HelpTrials.Registered(trial.id(), trial.json(), today()));
    refresh();
    return entered;
  }

  /** Whether such a trial could be registered now. */
  public boolean isFree(Trial trial) {
    return registered.stream()
        .noneMatch(
            other ->
                other.id().equals(trial.id())
                    || (other.topic() == trial.topic() && !isOver(other)));
  }

  private boolean isOver(Trial trial) {
    return today().isAfter(trial.until())
        || full.containsKey(trial.id())
        || stopped.containsKey(trial.id());
  }

  /** Whether a trial goes on, or has yet to begin. */
  public boolean isOpen(String id) {
    return registered.stream().anyMatch(each -> each.id().equals(id) && !isOver(each));
  }

  /** Ends a trial from now on; false when it is over already, or there is none. */
  public synchronized boolean stop(String id, String reason) {
    refresh();
    boolean ended = isOpen(id) && ledger.stop(new HelpTrials.Stopped(id, reason, today()));
    refresh();
    return ended;
  }

  /** What was registered, oldest first, and what came of it. */
  public List<Map<String, Object>> results() {
    return registered.stream().map(this::result).toList();
  }

  /** What was registered, and what came of it once it is over; empty when there is none. */
  public Optional<Map<String, Object>> result(String id) {
    return registered.stream().filter(each -> each.id().equals(id)).findFirst().map(this::result);
  }

  private Map<String, Object> result(Trial trial) {
    List<Count> counted = counted(trial);
    Proportion shown = proportion(trial, counted, Arm.SHOWN);
    Proportion held = proportion(trial, counted, Arm.HELD);
    boolean enough = shown.trials() >= trial.perArm() && held.trials() >= trial.perArm();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("registered", trial.members());
    HelpTrials.Stopped ended = stopped.get(trial.id());
    if (ended != null) return stopped(members, ended);
    boolean over = enough || today().isAfter(trial.until());
    members.put("state", today().isBefore(trial.from()) ? "registered" : over ? "over" : "running");
    members.put("result", over ? result(shown, held, enough) : Json.NULL);
    return members;
  }

  /** Without a result: whoever ends a trial when it looks good, or bad, would choose it. */
  private static Map<String, Object> stopped(
      Map<String, Object> members, HelpTrials.Stopped ended) {
    members.put("state", "stopped");
    members.put("result", Json.NULL);
    Map<String, Object> why = new LinkedHashMap<>();
    why.put("on", ended.on().toString());
    why.put("reason", ended.reason());
    members.put("stopped", why);
    return members;
  }

  private static Map<String, Object> result(Proportion shown, Proportion held, boolean enough) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("sampleReached", enough);
    members.put("shown", proportion(shown));
    members.put("held", proportion(held));
    boolean small = isSmall(shown) || isSmall(held);
    if (small) {
      members.put("difference", Json.NULL);
      members.put("verdict", "too few to show");
      return members;
    }
    Difference difference = Difference.of(shown, held);
    Map<String, Object> interval = new LinkedHashMap<>();
    interval.put("value", rounded(difference.value()));
    interval.put("low", rounded(difference.low()));
    interval.put("high", rounded(difference.high()));
    members.put("difference", interval);
    members.put("verdict", verdict(difference));
    return members;
  }

  private static String verdict(Difference difference) {
    if (difference.low() > 0) return "more where help was shown";
    if (difference.high() < 0) return "less where help was shown";
    return "no difference was found";
  }

  private static boolean isSmall(Proportion each) {
    return each.trials() < SHOWN_MIN || each.successes() < SHOWN_MIN;
  }

  private static Map<String, Object> proportion(Proportion each) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("sessions", figure(each.trials()));
    members.put("events", figure(each.successes()));
    return members;
  }

  /** A figure, or null where it is too small to be shown. */
  private static Object figure(long number) {
    return number < SHOWN_MIN ? Json.NULL : number;
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  private List<Count> counted(Trial trial) {
    return ledger.between(trial.from(), trial.until()).stream()
        .filter(each -> each.topic().equals(trial.topic().word()))
        .toList();
  }

  private static Proportion proportion(Trial trial, List<Count> counted, Arm arm) {
    long sessions = sum(counted, arm, Event.IMPRESSION);
    // An event of a session whose impression was lost in a crash must not make a share above one.
    return new Proportion(Math.min(sessions, sum(counted, arm, trial.metric())), sessions);
  }

  private static long sum(List<Count> counted, Arm arm, Event event) {
    return counted.stream()
        .filter(each -> each.arm().equals(arm.word()) && each.event().equals(event.word()))
        .mapToLong(Count::number)
        .sum();
  }

  /** Counts of those days, those under 11 as null. */
  public List<Map<String, Object>> figures(LocalDate first, LocalDate last) {
    List<Map<String, Object>> figures = new ArrayList<>();
    for (Count each : ledger.between(first, last)) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("day", each.day().toString());
      members.put("topic", each.topic());
      members.put("lang", each.lang());
      members.put("arm", each.arm());
      members.put("event", each.event());
      members.put("number", figure(each.number()));
      figures.add(members);
    }
    return figures;
  }

  private void writeOften() {
    while (true) {
      try {
        time.pause(WRITE);
        write();
        refresh();
        key();
      } catch (JdbiException _) {
        // The database is gone: what was counted waits.
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private synchronized void write() {
    List<Count> some = new ArrayList<>();
    for (Map.Entry<Counted, LongAdder> each : waiting.entrySet()) {
      long number = each.getValue().sum();
      if (number == 0) continue;
      Counted what = each.getKey();
      some.add(new Count(what.day(), what.topic(), what.lang(), what.arm(), what.event(), number));
    }
    ledger.add(some);
    // Only what was written goes; what came meanwhile stays.
    for (Count each : some) {
      var what = new Counted(each.day(), each.topic(), each.lang(), each.arm(), each.event());
      waiting.computeIfPresent(
          what,
          (_, adder) -> {
            adder.add(-each.number());
            boolean isOver = !each.day().equals(today());
            return isOver && adder.sum() == 0 ? null : adder;
          });
    }
  }

  /** Looks for trials, and which of them have what they need. */
  private void refresh() {
    registered = ledger.registered().stream().map(each -> Trial.of(each.json())).toList();
    Map<String, Boolean> reached = new LinkedHashMap<>();
    for (Trial trial : registered) {
      List<Count> counted = counted(trial);
      boolean isFull =
          sum(counted, Arm.SHOWN, Event.IMPRESSION) >= trial.perArm()
              && sum(counted, Arm.HELD, Event.IMPRESSION) >= trial.perArm();
      if (isFull) reached.put(trial.id(), true);
    }
    full = Map.copyOf(reached);
    Map<String, HelpTrials.Stopped> ended = new LinkedHashMap<>();
    ledger.stopped().forEach(each -> ended.put(each.trial(), each));
    stopped = Map.copyOf(ended);
  }

  /** Writes what waits. */
  @Override
  public void close() {
    write();
  }
}
