package org.breakwater.server.sample;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.signal.Observation;
import org.breakwater.store.sample.Population;
import org.breakwater.store.sample.Sample;
import org.breakwater.store.time.Time;
import org.jdbi.v3.core.JdbiException;

/**
 * Draws posts and holds them in memory until many are written at once, shuffled: once an hour if
 * there are enough to hide among, when the day ends, when enough are held, and at the end. What a
 * crash takes, it takes from posts and counts alike, whatever the posts say, so the estimate stays
 * unbiased. Safe for use by many threads.
 */
public final class Sampler implements AutoCloseable {
  /** The most posts of which one is drawn. */
  public static final int ONE_IN_MAX = 100_000;

  /** The fewest posts of which one is drawn. */
  public static final int ONE_IN_MIN = 100;

  private static final int HELD_MAX = 500;

  /** Fewer are not written before the day ends: each would be one of few decisions. */
  private static final int HELD_MIN = 11;

  private static final int TEXT_MAX = 4_000;
  private static final Duration WRITE = Duration.ofHours(1);
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final BiConsumer<List<Sample>, List<Population>> store;
  private final int oneIn;
  private final Time time;
  private final SecureRandom chance = new SecureRandom();
  private final Map<Stratum, Draws> draws = new EnumMap<>(Stratum.class);
  private final Thread writing;
  private List<Sample> held = new ArrayList<>();
  private Map<LocalDate, Map<Stratum, Count>> counts = new TreeMap<>();
  private long writtenNanos;
  private final AtomicLong lost = new AtomicLong();

  /** A permit says that there is something to do at once. */
  private final Semaphore work = new Semaphore(0);

  private volatile boolean closing;

  /** How many there were, and how many of them were drawn. */
  private record Count(long events, long drawn) {
    static final Count NONE = new Count(0, 0);

    Count with(boolean drawn) {
      return new Count(events + 1, this.drawn + (drawn ? 1 : 0));
    }
  }

  /** What is held, on its way out. */
  private record Held(List<Sample> samples, List<Population> populations) {}

  /**
   * @param store writes samples and counts together, or throws
   * @param oneIn of so many posts one is drawn, of likelier ones more; 0 for none
   */
  public Sampler(BiConsumer<List<Sample>, List<Population>> store, int oneIn, Time time) {
    this.store = store;
    this.oneIn = oneIn;
    this.time = time;
    this.writtenNanos = time.nanos();
    if (oneIn > 0)
      for (Stratum each : Stratum.values())
        draws.put(each, new Draws(each.probability(oneIn), chance));
    writing = Thread.ofVirtual().name("samples").unstarted(this::writeOften);
    if (oneIn > 0) writing.start();
  }

  /**
   * Draws a post that was decided, or does not.
   *
   * @param blotted takes contacts out of words
   */
  public void saw(
      ContentEvent event,
      Decision decision,
      List<Observation> seen,
      UnaryOperator<String> blotted) {
    boolean isPrivate = event.surface() == Surface.SEARCH || event.surface() == Surface.MESSAGE;
    if (isPrivate || draws.isEmpty()) return;
    saw(
        Stratum.of(decision.outcome(), seen),
        (day, stratum, probability) ->
            new Sample(
                day,
                stratum.word(),
                probability,
                decision.lang(),
                event.region(),
                event.surface().word(),
                decision.outcome().word(),
                blotted.apply(shortened(event.words()))));
  }

  /** Makes a sample of a post that was drawn. */
  private interface Drawn {
    Sample on(LocalDate day, Stratum stratum, double probability);
  }

  private synchronized void saw(Stratum stratum, Drawn post) {
    LocalDate today = today();
    Draws mine = draws.get(stratum);
    if (mine == null) return;
    boolean drawn = mine.next();
    // First, so that what cannot be read is in neither.
    if (drawn) held.add(post.on(today, stratum, mine.probability()));
    counts
        .computeIfAbsent(today, _ -> new EnumMap<>(Stratum.class))
        .merge(stratum, Count.NONE.with(drawn), (all, one) -> all.with(one.drawn() > 0));
    if (held.size() >= HELD_MAX) work.release();
  }

  private LocalDate today() {
    return time.today();
  }

  /** Its beginning, up to the end of a word. */
  private static String shortened(String words) {
    if (words.length() <= TEXT_MAX) return words;
    int blank = words.lastIndexOf(' ', TEXT_MAX);
    int end = blank > TEXT_MAX / 2 ? blank : TEXT_MAX;
    if (Character.isHighSurrogate(words.charAt(end - 1))) end--;
    return words.substring(0, end);
  }

  /** Posts that were drawn and could not be written since the server started. */
  public long lost() {
    return lost.get();
  }

  private void writeOften() {
    while (!closing) {
      try {
        if (time.await(work, LOOK)) work.drainPermits();
      } catch (InterruptedException _) {
        return;
      }
      if (isDue()) write();
    }
  }

  synchronized boolean isDue() {
    if (held.size() >= HELD_MAX) return true;
    LocalDate today = today();
    if (counts.keySet().stream().anyMatch(day -> !day.equals(today))) return true;
    return held.size() >= HELD_MIN && time.nanos() - writtenNanos >= WRITE.toNanos();
  }

  /** Writes what is held, now. */
  void write() {
    Held taken = take();
    if (taken.populations().isEmpty()) return;
    try {
      store.accept(taken.samples(), taken.populations());
    } catch (JdbiException _) {
      // Whether they are written is not known, and they must not be written twice.
      lost.addAndGet(taken.samples().size());
    }
  }

  private synchronized Held take() {
    List<Sample> samples = held;
    Collections.shuffle(samples, chance);
    List<Population> populations = new ArrayList<>();
    counts.forEach(
        (day, byStratum) ->
            byStratum.forEach(
                (stratum, count) ->
                    populations.add(
                        new Population(
                            day,
                            stratum.word(),
                            stratum.probability(oneIn),
                            count.events(),
                            count.drawn()))));
    held = new ArrayList<>();
    counts = new TreeMap<>();
    writtenNanos = time.nanos();
    return new Held(samples, populations);
  }

  /** Writes what is held, and draws no more. */
  @Override
  public void close() {
    closing = true;
    work.release();
    try {
      writing.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    write();
  }
}
