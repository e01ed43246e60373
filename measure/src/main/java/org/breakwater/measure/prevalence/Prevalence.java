package org.breakwater.measure.prevalence;

import java.util.List;
import org.breakwater.measure.statistics.Interval;

/**
 * The share of posts that are what is looked for, estimated from posts drawn independently with
 * known, unequal probabilities (Poisson sampling).
 *
 * <p>The share is the ratio of two estimators of Horvitz and Thompson (1952), ∑ yᵢ/πᵢ over ∑ 1/πᵢ
 * (Hájek 1971), with y 1 for what is looked for and π the probability of being drawn. Its variance
 * is that of the linearised ratio under Poisson sampling, ∑ (1−πᵢ) (yᵢ−p)²/πᵢ² over (∑ 1/πᵢ)²
 * (Särndal, Swensson and Wretman 1992, results 5.6.2 and 3.2.2). The interval is Wilson's (1927)
 * for as many equal draws as would have that variance (Korn and Graubard 1998); where nothing was
 * found, or nothing else, the variance says nothing, and the number of draws is that of Kish
 * (1965), (∑w)² over ∑w². It is too narrow where what is looked for was drawn fewer than about ten
 * times among the thinly sampled, which weigh most.
 *
 * @param drawn how many posts were drawn
 * @param counted how many of them are what is looked for
 * @param events of how many posts they stand for, by their weights
 * @param share in [0, 1]; NaN where nothing was drawn
 * @param interval of 95 %; all of [0, 1] where nothing was drawn
 */
public record Prevalence(int drawn, int counted, double events, double share, Interval interval) {
  /** The two-sided 95 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /** Estimates it. */
  public static Prevalence of(List<Drawn> sample) {
    double weights = 0;
    double squares = 0;
    double found = 0;
    int counted = 0;
    for (Drawn each : sample) {
      double weight = 1 / each.probability();
      weights += weight;
      squares += weight * weight;
      if (each.counts()) {
        found += weight;
        counted++;
      }
    }
    if (sample.isEmpty()) return new Prevalence(0, 0, 0, Double.NaN, new Interval(0, 1));
    double share = found / weights;
    boolean mixed = counted > 0 && counted < sample.size();
    double variance = variance(sample, share) / (weights * weights);
    // Where all were drawn there is nothing to be unsure of.
    double draws = mixed ? share * (1 - share) / variance : weights * weights / squares;
    Interval interval = mixed && variance == 0 ? new Interval(share, share) : wilson(share, draws);
    return new Prevalence(sample.size(), counted, weights, share, interval);
  }

  private static double variance(List<Drawn> sample, double share) {
    double sum = 0;
    for (Drawn each : sample) {
      double residual = ((each.counts() ? 1 : 0) - share) / each.probability();
      sum += (1 - each.probability()) * residual * residual;
    }
    return sum;
  }

  private static Interval wilson(double share, double draws) {
    double shrink = 1 + Z * Z / draws;
    double centre = (share + Z * Z / (2 * draws)) / shrink;
    double half = Z * Math.sqrt(share * (1 - share) / draws + Z * Z / (4 * draws * draws)) / shrink;
    return new Interval(
        share == 0 ? 0 : Math.max(0, centre - half), share == 1 ? 1 : Math.min(1, centre + half));
  }
}
