package org.breakwater.server.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.Place;

/**
 * How much is decided, and how fast, since this server started. Outcomes are those of the compact
 * rows, so that no figure tells that somebody asked; languages stand on no metric, because one who
 * writes a rare one would be seen.
 */
public final class Volumes {
  /** A figure below this is not shown (design.md §5). */
  public static final int SHOWN_MIN = 11;

  private static final int LANGUAGES_MAX = 64;

  private final MeterRegistry registry;
  private final Timer deciding;
  private final Timer committing;
  private final Counter groups;
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> languages = new ConcurrentHashMap<>();
  private final AtomicLong newestEntry = new AtomicLong(-1);

  public Volumes(MeterRegistry registry, DecisionLog log) {
    this.registry = registry;
    this.deciding = stage("decide");
    this.committing = stage("commit");
    this.groups =
        Counter.builder("breakwater.groups").description("entries of decisions").register(registry);
    Gauge.builder("breakwater.log.lag", () -> lag(log))
        .description("entries that no checkpoint signs yet")
        .register(registry);
    Gauge.builder("breakwater.log.entries", () -> signed(log))
        .description("entries that the newest checkpoint signs")
        .register(registry);
  }

  private Timer stage(String stage) {
    return Timer.builder("breakwater.stage")
        .description("time of a decision by stage")
        .tag("stage", stage)
        .serviceLevelObjectives(
            Duration.ofNanos(50_000),
            Duration.ofNanos(200_000),
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofSeconds(1))
        .register(registry);
  }

  void decided(long nanos) {
    deciding.record(Duration.ofNanos(nanos));
  }

  /**
   * Counts what is in the log.
   *
   * @param outcome what the compact row says
   * @param nanos from the hand-over to the writer until the commit
   */
  void logged(Place place, String outcome, String language, long nanos) {
    committing.record(Duration.ofNanos(nanos));
    if (place.position() == 0) groups.increment();
    newestEntry.accumulateAndGet(place.batch(), Math::max);
    registry.counter("breakwater.decisions", "outcome", outcome).increment();
    add(outcomes, outcome);
    boolean known = languages.containsKey(language) || languages.size() < LANGUAGES_MAX;
    add(languages, known ? language : "other");
  }

  private static void add(Map<String, LongAdder> counts, String name) {
    counts.computeIfAbsent(name, _ -> new LongAdder()).increment();
  }

  /** By outcome; to be shown from {@link #SHOWN_MIN} on only. */
  public Map<String, Long> outcomes() {
    return sums(outcomes);
  }

  /** By language; to be shown from {@link #SHOWN_MIN} on only. */
  public Map<String, Long> languages() {
    return sums(languages);
  }

  private static Map<String, Long> sums(Map<String, LongAdder> counts) {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((name, count) -> sums.put(name, count.sum()));
    return sums;
  }

  private double lag(DecisionLog log) {
    return Math.max(0, newestEntry.get() + 1 - signed(log));
  }

  /** The second line of a checkpoint is the number of entries (C2SP tlog-checkpoint). */
  private static long signed(DecisionLog log) {
    return Long.parseLong(log.checkpoint().lines().skip(1).findFirst().orElseThrow());
  }
}
