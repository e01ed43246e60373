package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.text.Span;

/**
 * Adds up what many weak observations say together. Each language has its own points; a text in a
 * language that has none scores 0.
 */
final class Scorecard {
  /**
   * Observations that must speak for a score, however many points they have: one alone proves
   * nothing. An ask is answered with help, so fewer do.
   */
  static final int SPEAKING_MIN = 4;

  static final int SPEAKING_MIN_OF_ASK = 2;
  private static final int ASK = SignalCatalog.STANDARD.slot("score.ask");

  /** The highest score where fewer speak for it; also that of languages without points. */
  static final int TOO_LITTLE = -50;

  /** By language, the scores that have points there. */
  private final Map<String, List<Sum>> sums;

  private record Sum(int slot, int base, List<Feature> features) {}

  /** A flag signal or a family of cues, by concept number. */
  private record Feature(int concept, int points) {
    static Feature of(Lexicon.Points points) {
      return new Feature(Concept.number(points.observed()), points.points());
    }

    /** Whether it speaks for the score by what is said, not only by how. */
    boolean speaks() {
      return points > 0 && MATTERS.get(concept);
    }
  }

  private static final List<Boolean> MATTERS =
      Concept.names().stream().map(CueFamily::isMatter).toList();

  private Scorecard(Map<String, List<Sum>> sums) {
    this.sums = sums;
  }

  /**
   * @throws IllegalArgumentException if points name an unknown score or observation; those of a
   *     loaded policy version do not
   */
  static Scorecard of(List<Lexicon.Points> points) {
    Map<String, Map<String, List<Lexicon.Points>>> grouped = new HashMap<>();
    for (Lexicon.Points one : points) {
      grouped
          .computeIfAbsent(one.language(), _ -> new HashMap<>())
          .computeIfAbsent(one.score(), _ -> new ArrayList<>())
          .add(one);
    }
    Map<String, List<Sum>> sums = new HashMap<>();
    grouped.forEach(
        (language, scores) ->
            sums.put(
                language,
                scores.entrySet().stream().map(e -> sum(e.getKey(), e.getValue())).toList()));
    return new Scorecard(sums);
  }

  private static Sum sum(String score, List<Lexicon.Points> points) {
    int base =
        points.stream()
            .filter(one -> one.observed().isEmpty())
            .mapToInt(Lexicon.Points::points)
            .sum();
    List<Feature> features =
        points.stream().filter(one -> !one.observed().isEmpty()).map(Feature::of).toList();
    return new Sum(SignalCatalog.STANDARD.slot(score), base, features);
  }

  /** Sets the scores of what was observed in a text of that language. */
  void score(String language, Observed observed) {
    for (int slot : SCORES) observed.set(slot, TOO_LITTLE);
    for (Sum sum : sums.getOrDefault(language, List.of())) score(sum, observed);
  }

  private static final int[] SCORES =
      SignalCatalog.STANDARD.all().stream()
          .filter(signal -> signal.group().equals("score"))
          .mapToInt(signal -> SignalCatalog.STANDARD.slot(signal.name()))
          .toArray();

  private static void score(Sum sum, Observed observed) {
    int total = sum.base();
    int speaking = 0;
    for (Feature feature : sum.features()) {
      if (!observed.has(feature.concept())) continue;
      total += feature.points();
      if (feature.speaks()) speaking++;
    }
    boolean isEnough = speaking >= (sum.slot() == ASK ? SPEAKING_MIN_OF_ASK : SPEAKING_MIN);
    observed.set(sum.slot(), isEnough ? total : Math.min(total, TOO_LITTLE));
    if (isEnough) observed.attach(sum.slot(), words(sum, observed));
  }

  /** The words that speak for a score. */
  private static List<Span> words(Sum sum, Observed observed) {
    return sum.features().stream()
        .filter(Feature::speaks)
        .flatMap(feature -> observed.wordsOf(feature.concept()).stream())
        .distinct()
        .toList();
  }
}
