package org.breakwater.measure.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Whether a share has passed a ceiling, by a test that may be looked at as often as one likes, and
 * still be wrong with no more than its chance over all looks together.
 *
 * <p>The evidence is the likelihood ratio against the ceiling, mixed over all higher shares by a
 * Beta(1, 10) cut off at the ceiling (Robbins, 1970). With the true share at the ceiling or below
 * it is a supermartingale that begins with 1, so that it ever reaches 1/α with a chance of α at the
 * most (Ville, 1939). It only rises with a success: what turns out to be one later, or never, makes
 * the test slower and never wrong. It supposes that trials go wrong independently of each other.
 *
 * @param share the ceiling, in (0, 1)
 * @param alpha the chance of saying that it is passed where it is not, over all looks
 */
public record Ceiling(double share, double alpha) {
  /** Most of it between 0.5 % and 30 %, where what goes wrong is found soon. */
  private static final BetaDistribution PRIOR = BetaDistribution.of(1, 10);

  public Ceiling {
    if (!(share > 0 && share < 1 && alpha > 0 && alpha < 1))
      throw new IllegalArgumentException("not between 0 and 1: %s, %s".formatted(share, alpha));
  }

  /**
   * Whether it is passed.
   *
   * @param seen all trials since the test began, those of earlier looks among them
   */
  public boolean isPassed(Proportion seen) {
    return seen.successes() > 0 && logEvidence(seen) >= -Math.log(alpha);
  }

  /**
   * The logarithm of the evidence. By the ratio of Savage and Dickey the mixed likelihood over that
   * at the ceiling is the prior's density there over the posterior's; the cut leaves of both what
   * lies above.
   */
  double logEvidence(Proportion seen) {
    var posterior =
        BetaDistribution.of(
            PRIOR.getAlpha() + seen.successes(),
            PRIOR.getBeta() + seen.trials() - seen.successes());
    return PRIOR.logDensity(share)
        - posterior.logDensity(share)
        + Math.log(posterior.survivalProbability(share))
        - Math.log(PRIOR.survivalProbability(share));
  }
}
