package org.breakwater.measure.signals;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;
import org.breakwater.measure.cases.SignalCase;
import org.breakwater.measure.cases.SignalCase.Value;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.statistics.Interval;
import org.breakwater.measure.statistics.Proportion;

/**
 * How well one signal is observed in one language and one split.
 *
 * @param lang language as the cases state it; empty where they do not
 */
public record SignalScore(String signal, String lang, Split split, Counts counts) {

  /**
   * Cases by what was expected and what was observed. A value that was observed as another one is
   * both a false alarm and a miss.
   *
   * @param hits expected and observed
   * @param falseAlarms observed and not expected
   * @param misses expected and not observed; unknown counts as not observed
   * @param passes neither
   */
  public record Counts(int hits, int falseAlarms, int misses, int passes) {
    static final Counts HIT = new Counts(1, 0, 0, 0);
    static final Counts FALSE_ALARM = new Counts(0, 1, 0, 0);
    static final Counts MISS = new Counts(0, 0, 1, 0);
    static final Counts PASS = new Counts(0, 0, 0, 1);
    static final Counts MISTAKEN = new Counts(0, 1, 1, 0);

    Counts plus(Counts other) {
      return new Counts(
          hits + other.hits,
          falseAlarms + other.falseAlarms,
          misses + other.misses,
          passes + other.passes);
    }
  }

  /** Of what was observed, how much was right. */
  public Proportion precision() {
    return new Proportion(counts.hits(), counts.hits() + counts.falseAlarms());
  }

  /** Of what should have been observed, how much was. */
  public Proportion recall() {
    return new Proportion(counts.hits(), counts.hits() + counts.misses());
  }

  /** The harmonic mean of precision and recall; NaN where nothing was expected or observed. */
  public double f1() {
    return f1(overlap().value());
  }

  /**
   * The 95 % interval of {@link #f1()}: F1 rises with the overlap hits ÷ (hits + false alarms +
   * misses), a plain proportion, so that the ends of its Wilson interval carry over.
   */
  public Interval f1Interval() {
    Interval overlap = overlap().wilson();
    return new Interval(f1(overlap.low()), f1(overlap.high()));
  }

  private Proportion overlap() {
    return new Proportion(counts.hits(), counts.hits() + counts.falseAlarms() + counts.misses());
  }

  private static double f1(double overlap) {
    return 2 * overlap / (1 + overlap);
  }

  /** Scores of all signals that have cases, sorted by signal, language and split. */
  public static List<SignalScore> of(
      List<SignalCase> cases, Function<ContentEvent, Observation> observe) {
    Map<Key, Counts> counts = new TreeMap<>(Key.ORDER);
    for (SignalCase one : cases) {
      var key = new Key(one.signal().name(), one.event().lang(), one.split());
      counts.merge(key, judge(one, observe.apply(one.event())), Counts::plus);
    }
    return counts.entrySet().stream().map(entry -> entry.getKey().score(entry.getValue())).toList();
  }

  private record Key(String signal, String lang, Split split) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::signal).thenComparing(Key::lang).thenComparing(Key::split);

    SignalScore score(Counts counts) {
      return new SignalScore(signal, lang, split, counts);
    }
  }

  /** Where one case falls; exactly one case, for those who list what went wrong. */
  public static Counts judge(SignalCase one, Observation seen) {
    int slot = SignalCatalog.STANDARD.slot(one.signal().name());
    boolean observed = isObserved(one, slot, seen);
    return switch (one.expected()) {
      case Value.Absent _ -> observed ? Counts.FALSE_ALARM : Counts.PASS;
      case Value.Present _ -> observed ? Counts.HIT : Counts.MISS;
      case Value.Amount(double amount) -> matched(observed, seen.number(slot) == amount);
      case Value.Text(String text) -> matched(observed, text.equals(seen.text(slot)));
    };
  }

  private static boolean isObserved(SignalCase one, int slot, Observation seen) {
    return switch (one.signal().type()) {
      case FLAG -> seen.flag(slot) == Truth.TRUE;
      case NUMBER -> !Double.isNaN(seen.number(slot));
      case TEXT -> seen.text(slot) != null;
    };
  }

  private static Counts matched(boolean observed, boolean right) {
    if (!observed) return Counts.MISS;
    return right ? Counts.HIT : Counts.MISTAKEN;
  }
}
