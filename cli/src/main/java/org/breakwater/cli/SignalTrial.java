package org.breakwater.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.Observer;
import org.breakwater.measure.cases.SignalCase;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.signals.SignalScore;
import org.breakwater.measure.statistics.Interval;
import org.breakwater.measure.statistics.Proportion;
import org.jspecify.annotations.Nullable;

/** Signals observed with a version's lexicon and held against cases. */
final class SignalTrial {
  private final Observer observer;
  private final Instant otherwise;

  SignalTrial(PolicyVersion version) {
    this.observer = new Observer(version.lexicon());
    this.otherwise = version.date().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * One score as JSON has it; intervals are Wilson's, at 95 %.
   *
   * @param precision without a value where nothing was observed
   * @param recall without a value where nothing was expected
   */
  record Score(String signal, String lang, String split, int n, Share precision, Share recall) {}

  /**
   * @param value null where there is none
   */
  record Share(@Nullable Double value, double low, double high) {
    static Share of(Proportion proportion) {
      Interval interval = proportion.wilson();
      Double value = proportion.trials() == 0 ? null : rounded(proportion.value());
      return new Share(value, rounded(interval.low()), rounded(interval.high()));
    }

    private static double rounded(double value) {
      return Math.round(value * 1e4) / 1e4;
    }

    @Override
    public String toString() {
      return value == null
          ? Table.NOTHING
          : String.format(Locale.ROOT, "%.2f  %.2f–%.2f", value, low, high);
    }
  }

  List<Score> scores(List<SignalCase> cases) {
    return SignalScore.of(cases, this::observe).stream().map(SignalTrial::score).toList();
  }

  /** A row for each signal, language and split, with 95 % intervals. */
  Table table(List<SignalCase> cases) {
    var table = new Table("signal", "lang", "split", "n", "precision  95 %", "recall  95 %");
    for (Score score : scores(cases)) {
      table.row(
          score.signal(),
          score.lang(),
          score.split(),
          Integer.toString(score.n()),
          score.precision().toString(),
          score.recall().toString());
    }
    return table;
  }

  /** Lines for the cases that fail; held cases are measured only and never shown. */
  List<String> failures(List<SignalCase> cases) {
    return cases.stream()
        .filter(one -> one.split() == Split.TRAIN)
        .filter(one -> fails(SignalScore.judge(one, observe(one.event()))))
        .map(
            one ->
                "%s  expected %s: %s"
                    .formatted(one.event().id(), wanted(one), Screen.line(one.event().text())))
        .toList();
  }

  private static boolean fails(SignalScore.Counts counts) {
    return counts.falseAlarms() + counts.misses() > 0;
  }

  private static String wanted(SignalCase one) {
    return switch (one.expected()) {
      case SignalCase.Value.Present _ -> "true";
      case SignalCase.Value.Absent _ -> "false";
      case SignalCase.Value.Amount(double amount) -> Double.toString(amount);
      case SignalCase.Value.Text(String text) -> text;
    };
  }

  private Observation observe(ContentEvent event) {
    return observer.observe(event, Objects.requireNonNullElse(event.createdAt(), otherwise));
  }

  private static Score score(SignalScore score) {
    SignalScore.Counts counts = score.counts();
    return new Score(
        score.signal(),
        score.lang(),
        score.split().word(),
        counts.hits() + counts.falseAlarms() + counts.misses() + counts.passes(),
        Share.of(score.precision()),
        Share.of(score.recall()));
  }
}
