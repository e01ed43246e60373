package org.breakwater.measure.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.signal.Frame;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;
import org.breakwater.engine.text.Span;
import org.breakwater.measure.cases.SignalCase;
import org.breakwater.measure.cases.SignalCase.Value;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.signals.SignalScore.Counts;
import org.junit.jupiter.api.Test;

class SignalScoreTest {
  @Test
  void scores_areKeptApartBySignalLanguageAndSplit() {
    List<SignalCase> cases = new ArrayList<>();
    add(cases, 8, "speaker.provides", new Value.Present(), "yes", "en", Split.TRAIN);
    add(cases, 2, "speaker.provides", new Value.Present(), "no", "en", Split.TRAIN);
    add(cases, 1, "speaker.provides", new Value.Absent(), "yes", "en", Split.TRAIN);
    add(cases, 9, "speaker.provides", new Value.Absent(), "no", "en", Split.TRAIN);
    add(cases, 1, "speaker.provides", new Value.Present(), "yes", "en", Split.HELD);
    add(cases, 1, "speaker.provides", new Value.Present(), "yes", "es", Split.TRAIN);
    add(cases, 1, "price.present", new Value.Absent(), "unknown", "en", Split.TRAIN);
    assertThat(SignalScore.of(cases, event -> new Seen(event.text())))
        .containsExactly(
            new SignalScore("price.present", "en", Split.TRAIN, new Counts(0, 0, 0, 1)),
            new SignalScore("speaker.provides", "en", Split.TRAIN, new Counts(8, 1, 2, 9)),
            new SignalScore("speaker.provides", "en", Split.HELD, new Counts(1, 0, 0, 0)),
            new SignalScore("speaker.provides", "es", Split.TRAIN, new Counts(1, 0, 0, 0)));
  }

  @Test
  void precisionRecallAndF1_comeWithTheirIntervals() {
    var score = new SignalScore("speaker.provides", "en", Split.HELD, new Counts(8, 1, 2, 9));
    assertThat(score.precision().value()).isCloseTo(8.0 / 9, within(1e-12));
    assertThat(score.recall().value()).isCloseTo(0.8, within(1e-12));
    assertThat(score.f1()).isCloseTo(2 * 8 / (2 * 8 + 1 + 2.0), within(1e-12));
    assertThat(score.f1Interval().low()).isLessThan(score.f1());
    assertThat(score.f1Interval().high()).isGreaterThan(score.f1());
  }

  @Test
  void aSignalNeverSeen_hasNoPrecision() {
    var score = new SignalScore("speaker.provides", "en", Split.HELD, new Counts(0, 0, 3, 3));
    assertThat(score.precision().value()).isNaN();
    assertThat(score.recall().value()).isZero();
    assertThat(score.f1()).isZero();
  }

  @Test
  void anotherValueThanExpected_isFalseAlarmAndMiss() {
    assertThat(judged("price.amount", new Value.Amount(1500), "1500"))
        .isEqualTo(new Counts(1, 0, 0, 0));
    assertThat(judged("price.amount", new Value.Amount(1500), "150"))
        .isEqualTo(new Counts(0, 1, 1, 0));
    assertThat(judged("price.amount", new Value.Amount(1500), "NaN"))
        .isEqualTo(new Counts(0, 0, 1, 0));
    assertThat(judged("price.amount", new Value.Absent(), "150")).isEqualTo(new Counts(0, 1, 0, 0));
    assertThat(judged("price.currency", new Value.Text("USD"), "USD"))
        .isEqualTo(new Counts(1, 0, 0, 0));
    assertThat(judged("price.currency", new Value.Text("USD"), "MXN"))
        .isEqualTo(new Counts(0, 1, 1, 0));
  }

  @Test
  void unknown_isNotObserved() {
    assertThat(judged("speaker.provides", new Value.Present(), "unknown"))
        .isEqualTo(new Counts(0, 0, 1, 0));
  }

  private static Counts judged(String signal, Value expected, String seen) {
    List<SignalCase> cases = new ArrayList<>();
    add(cases, 1, signal, expected, seen, "en", Split.TRAIN);
    return SignalScore.of(cases, event -> new Seen(event.text())).getFirst().counts();
  }

  private static void add(
      List<SignalCase> cases,
      int times,
      String signal,
      Value expected,
      String seen,
      String lang,
      Split split) {
    var declared = SignalCatalog.STANDARD.at(SignalCatalog.STANDARD.slot(signal));
    for (int i = 0; i < times; i++) {
      var event = ContentEvent.of("c" + cases.size(), seen, Surface.POST, lang);
      cases.add(new SignalCase(event, declared, expected, "", split));
    }
  }

  /** An observation in which every signal has the value that the text spells. */
  private record Seen(String value) implements Observation {
    @Override
    public List<String> cues() {
      return List.of();
    }

    @Override
    public Truth flag(int slot) {
      return value.equals("unknown") ? Truth.UNKNOWN : Truth.of(value.equals("yes"));
    }

    @Override
    public double number(int slot) {
      return Double.parseDouble(value);
    }

    @Override
    public String text(int slot) {
      return value;
    }

    @Override
    public List<Span> evidence(int slot) {
      return List.of();
    }

    @Override
    public List<Frame> frames() {
      return List.of();
    }

    @Override
    public String lang() {
      return "en";
    }
  }
}
