package org.breakwater.engine.signal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.signal.Lexicon.Entry;
import org.breakwater.engine.text.Span;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  private static final int OFFER = SignalCatalog.STANDARD.slot("score.offer");
  private static final int DANGER = SignalCatalog.STANDARD.slot("score.danger");
  private static final int HARM = SignalCatalog.STANDARD.slot("share.harm");
  private static final int NONE = SignalCatalog.STANDARD.slot("share.none");
  private static final int CONTEXT_HARM = SignalCatalog.STANDARD.slot("context.harm");

  /** In hundredths: offer, danger. */
  private static final Map<String, List<Integer>> ROWS =
      Map.ofEntries(
          entry(":base", List.of(-200, -300)),
          entry("boat", List.of(50, 50)),
          entry("tonight", List.of(20, 0)),
          entry("boat tonig", List.of(90, 0)),
          entry("⊢ boat", List.of(7, 0)),
          entry("tonig ⊣", List.of(0, 11)),
          entry(":mark.question", List.of(-40, 0)),
          entry("sinki*", List.of(-10, 250)),
          entry(":cue.seats", List.of(150, 0)),
          entry(":surface.ad", List.of(40, 0)),
          entry(":cue.joke", List.of(10, 0)),
          entry(":unknown", List.of(-30, -30)),
          entry(":unknown.many", List.of(-60, -60)));

  private static final Points POINTS =
      new Points("en", List.of("score.offer", "score.danger"), new TreeMap<>(ROWS));
  private static final Observer OBSERVER =
      new Observer(
          new Lexicon(
              List.of(
                  new Entry("en", "cue.seats", "(seats|places) left"),
                  new Entry("en", "cue.joke", "you")),
              List.of(POINTS)));

  private static Observation observe(String text, Surface surface, String lang) {
    return OBSERVER.observe(
        ContentEvent.of("p", text, surface, lang), Instant.parse("2026-11-22T00:00:00Z"));
  }

  private static Observation observe(String text) {
    return observe(text, Surface.POST, "en");
  }

  /** Sums are rounded to hundredths. */
  private static double part(double sum, double... others) {
    double all = 1 + exp(sum) + Arrays.stream(others).map(ScorecardTest::exp).sum();
    return Math.round(100 * exp(sum) / all);
  }

  private static double exp(double sum) {
    return Math.exp(Math.round(100 * sum) / 100.0);
  }

  @Test
  void aScore_isTheShareOfItsSum_amongAllAndNone() {
    double scale = Features.scale(2);
    double offer = -2 + scale * (1.6 + 0.07);
    double danger = -3 + scale * (0.5 + 0.11);
    assertThat(observe("boat tonight").number(OFFER)).isEqualTo(part(offer, danger));
    assertThat(observe("boat tonight").number(DANGER)).isEqualTo(part(danger, offer));
  }

  @Test
  void pairs_areNeighboursInThatOrder_andEachCountsOnce() {
    double apart = -2 + Features.scale(5) * (0.7 - 0.3);
    assertThat(observe("x boat boat tonight boat").number(OFFER))
        .isEqualTo(part(apart + Features.scale(5) * 0.9, -3 + Features.scale(5) * 0.2));
    assertThat(observe("x boat boat x tonight").number(OFFER))
        .isEqualTo(part(apart, -3 + Features.scale(5) * (0.5 - 0.3 + 0.11)));
  }

  @Test
  void marks_countWhereverTheyStand() {
    double scale = Features.scale(2);
    assertThat(observe("Boat? tonight!!").number(OFFER))
        .isEqualTo(part(-2 + scale * (1.6 + 0.07 - 0.4), -3 + scale * (0.5 + 0.11)));
  }

  @Test
  void beginningsCuesAndSettings_count() {
    assertThat(observe("sinking").number(DANGER)).isGreaterThan(observe("boat").number(DANGER));
    assertThat(observe("two seats left").number(OFFER))
        .isGreaterThan(observe("two seats gone").number(OFFER));
    assertThat(observe("boat", Surface.AD, "en").number(OFFER))
        .isGreaterThan(observe("boat").number(OFFER));
  }

  @Test
  void handlesAndAddresses_areNoWords() {
    assertThat(observe("boat tonight @boatman https://example.org/boat").number(OFFER))
        .isEqualTo(observe("boat tonight").number(OFFER));
  }

  @Test
  void longTexts_weighEachWordLess() {
    assertThat(Features.scale(20)).isEqualTo(1);
    assertThat(Features.scale(2)).isGreaterThan(1);
    assertThat(Features.scale(200)).isLessThan(0.5);
  }

  @Test
  void evidence_isWhatSpeaksMost() {
    Observation seen = observe("boat tonight boat tonight, seats left");
    assertThat(seen.number(OFFER)).isGreaterThanOrEqualTo(30);
    assertThat(seen.evidence(OFFER)).contains(new Span("text", 27, 37));
    assertThat(observe("boat").evidence(OFFER)).isEmpty();
  }

  @Test
  void whatItAnswers_isWeighedForItself() {
    var offer = "boat tonight boat tonight, seats left";
    Observation answer =
        OBSERVER.observe(
            ObserverTest.answer("ok", offer, "en"), Instant.parse("2026-11-22T00:00:00Z"));
    assertThat(answer.number(CONTEXT_HARM)).isEqualTo(observe(offer).number(HARM));
    assertThat(observe("ok").number(CONTEXT_HARM)).isZero();
  }

  @Test
  void harm_isTheSumOfItsScores_andNoneIsTheRest() {
    Observation seen = observe("boat tonight, seats left, sinking");
    assertThat(seen.number(HARM)).isEqualTo(seen.number(OFFER) + seen.number(DANGER));
    assertThat(seen.number(NONE)).isEqualTo(100 - seen.number(HARM));
  }

  @Test
  void aLanguageWithoutPoints_scoresNothing() {
    assertThat(observe("boat tonight", Surface.POST, "fr").number(OFFER)).isZero();
  }

  @Test
  void theTable_agreesWithTheNamesOfFeatures() {
    for (String text :
        List.of(
            "boat tonight, seats left", "Sinking! boat", "a b c d", "boat @x tonight 🇬🇷 12")) {
      var event = ContentEvent.of("p", text, Surface.AD, "en");
      Reading reading = Reading.of(event);
      Observation seen = OBSERVER.observe(reading, Instant.parse("2026-11-22T00:00:00Z"));
      assertThat(seen.number(OFFER)).as(text).isEqualTo(slowly(reading, seen));
    }
  }

  /** The same sum from the names that the fit sees. */
  private static double slowly(Reading reading, Observation seen) {
    var sums = new double[] {-200, -300};
    long unknown =
        Features.of(reading, seen).stream()
            .filter(feature -> Features.isWord(feature) && !ROWS.containsKey(feature))
            .count();
    var features = new java.util.TreeSet<>(Features.of(reading, seen));
    if (unknown > 0) features.add(Features.UNKNOWN);
    if (unknown >= Features.UNKNOWN_MANY_MIN) features.add(Features.UNKNOWN_MANY);
    for (String feature : features) {
      for (int i = 0; i < sums.length; i++)
        sums[i] +=
            ROWS.getOrDefault(feature, List.of(0, 0)).get(i)
                * Features.scale(Features.length(reading));
    }
    int[] rounded = Arrays.stream(sums).mapToInt(sum -> (int) Math.round(sum)).toArray();
    return Scorecard.parts(rounded)[0];
  }
}
