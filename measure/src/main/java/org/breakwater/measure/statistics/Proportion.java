package org.breakwater.measure.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How many of so many.
 *
 * @param successes 0 to {@code trials}
 * @param trials 0 or more
 */
public record Proportion(long successes, long trials) {
  /** The two-sided 95 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  private static final double CONFIDENCE = 0.95;

  public Proportion {
    if (successes < 0 || successes > trials)
      throw new IllegalArgumentException("not 0 <= %d <= %d".formatted(successes, trials));
  }

  /** The share in [0, 1]; NaN where nothing was tried. */
  public double value() {
    return (double) successes / trials;
  }

  /**
   * The 95 % interval by Wilson (1927), which stays within [0, 1] and holds for few trials; all of
   * [0, 1] where nothing was tried.
   */
  public Interval wilson() {
    if (trials == 0) return new Interval(0, 1);
    double n = trials;
    double share = value();
    double shrink = 1 + Z * Z / n;
    double centre = (share + Z * Z / (2 * n)) / shrink;
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / shrink;
    // Exact at the ends, where rounding would leave a hair above 0 or below 1.
    return new Interval(
        successes == 0 ? 0 : Math.max(0, centre - half),
        successes == trials ? 1 : Math.min(1, centre + half));
  }

  /**
   * The one-sided exact 95 % upper bound by Clopper and Pearson (1934): with a higher true share,
   * so few successes would come about in less than one of twenty such samples. 1 where nothing was
   * tried.
   */
  public double upperBound() {
    if (successes == trials) return 1;
    return BetaDistribution.of(successes + 1.0, (double) (trials - successes))
        .inverseCumulativeProbability(CONFIDENCE);
  }

  /**
   * The one-sided exact 95 % lower bound by Clopper and Pearson (1934): with a lower true share, so
   * many successes would come about in less than one of twenty such samples. 0 where nothing was
   * tried.
   */
  public double lowerBound() {
    if (successes == 0) return 0;
    return BetaDistribution.of((double) successes, trials - successes + 1.0)
        .inverseCumulativeProbability(1 - CONFIDENCE);
  }
}
