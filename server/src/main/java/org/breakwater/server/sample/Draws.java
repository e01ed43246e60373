package org.breakwater.server.sample;

import java.util.random.RandomGenerator;

/**
 * Independent draws with one probability. How many posts are passed over until the next one is
 * drawn follows the geometric distribution, so chance is asked once for each that is drawn and not
 * for each that is not. For one thread.
 */
final class Draws {
  private final double probability;
  private final RandomGenerator chance;
  private double left;

  /**
   * @param probability in (0, 1]
   * @param chance that nobody can foresee who may choose what is posted
   */
  Draws(double probability, RandomGenerator chance) {
    this.probability = probability;
    this.chance = chance;
    this.left = gap();
  }

  double probability() {
    return probability;
  }

  /** Whether the next one is drawn. */
  boolean next() {
    if (left-- > 0) return false;
    left = gap();
    return true;
  }

  /** Failures before the first success: Devroye, Non-Uniform Random Variate Generation, X.2. */
  private double gap() {
    if (probability == 1) return 0;
    return Math.floor(Math.log1p(-chance.nextDouble()) / Math.log1p(-probability));
  }
}
