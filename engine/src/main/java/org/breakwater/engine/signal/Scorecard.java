package org.breakwater.engine.signal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Weighs everything a text is made of: how likely it is, in parts of a hundred, that somebody
 * offers, exploits, extorts, is in danger, asks, or that the text warns, informs, tells or is about
 * ordinary life. These parts and what is left for other texts add up to 100: a multinomial logistic
 * regression (softmax; McCullagh and Nelder, 1989, chapter 5) whose every weight can be read in a
 * file. In a language without points all scores are 0.
 */
final class Scorecard {
  private static final int[] SCORES =
      Points.scoreNames().stream().mapToInt(SignalCatalog.STANDARD::slot).toArray();
  private static final int HARM = SignalCatalog.STANDARD.slot("share.harm");
  private static final int NONE = SignalCatalog.STANDARD.slot("share.none");
  private static final int ASK = SignalCatalog.STANDARD.slot("score.ask");
  private static final Set<Integer> HARMS =
      Stream.of("score.offer", "score.exploitation", "score.extortion", "score.danger")
          .map(SignalCatalog.STANDARD::slot)
          .collect(Collectors.toUnmodifiableSet());

  /** So far below the highest sum, in hundredths, one makes less than a hundredth of a part. */
  private static final int NEGLIGIBLE = 1000;

  /** What a sum makes beside the highest one, by how far it lies below. */
  private static final double[] PARTS = exponentials();

  /** Scores under this have no evidence to show. */
  private static final int EVIDENCE_MIN = 30;

  private final Map<String, PointsTable> tables;

  private Scorecard(Map<String, PointsTable> tables) {
    this.tables = tables;
  }

  static Scorecard of(List<Points> points) {
    return new Scorecard(
        points.stream().collect(Collectors.toMap(Points::language, PointsTable::of)));
  }

  /** How many of a text's words the points of a language know; 0 where it has none. */
  int known(String language, Reading reading) {
    PointsTable table = tables.get(language);
    return table == null ? 0 : table.known(reading);
  }

  boolean hasPoints(String language) {
    return tables.containsKey(language);
  }

  /** Sets the scores of what was observed in a text of that language. */
  void score(String language, Reading reading, Observed observed) {
    for (int slot : SCORES) observed.set(slot, 0);
    observed.set(HARM, 0);
    observed.set(NONE, 0);
    PointsTable table = tables.get(language);
    if (table == null) return;
    int[] parts = parts(table.sums(reading, observed));
    int harm = 0;
    int ask = 0;
    for (int score = 0; score < parts.length; score++) {
      int slot = table.slots()[score];
      observed.set(slot, parts[score]);
      int column = score;
      if (parts[score] >= EVIDENCE_MIN)
        observed.attach(slot, () -> table.evidence(column, reading, observed));
      if (HARMS.contains(slot)) harm += parts[score];
      if (slot == ASK) ask = parts[score];
    }
    observed.set(HARM, Math.min(harm, 100));
    observed.set(NONE, Math.max(100 - harm - ask, 0));
  }

  /** Parts of a hundred of sums in hundredths; what is left is that of a sum of 0. */
  static int[] parts(int[] sums) {
    int highest = 0;
    for (int sum : sums) highest = Math.max(highest, sum);
    double all = part(highest);
    var parts = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      parts[i] = part(highest - sums[i]);
      all += parts[i];
    }
    var rounded = new int[sums.length];
    for (int i = 0; i < sums.length; i++) rounded[i] = (int) Math.round(100 * parts[i] / all);
    return rounded;
  }

  private static double part(int below) {
    return below < PARTS.length ? PARTS[below] : 0;
  }

  private static double[] exponentials() {
    // Equal on every machine, which Math.exp need not be.
    return IntStream.range(0, NEGLIGIBLE)
        .mapToDouble(below -> StrictMath.exp((double) -below / Points.PER_LOG_ODDS))
        .toArray();
  }
}
