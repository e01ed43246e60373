package org.breakwater.measure.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test that is looked at again and again, and keeps its chance of a false alarm. */
class CeilingTest {
  private static final Ceiling CEILING = new Ceiling(0.02, 0.05);
  private static final int RUNS = 2_000;
  private static final int TRIALS = 3_000;
  private static final long SEED = 20_261_201;

  /** In how many runs a test that is looked at after each trial says so at least once. */
  private static int alarms(double share, int trials, Predicate<Proportion> test) {
    var chance = new SplittableRandom(SEED);
    int alarms = 0;
    for (int run = 0; run < RUNS; run++) if (alarms(share, trials, test, chance)) alarms++;
    return alarms;
  }

  private static boolean alarms(
      double share, int trials, Predicate<Proportion> test, RandomGenerator chance) {
    int successes = 0;
    for (int trial = 1; trial <= trials; trial++) {
      boolean success = chance.nextDouble() < share;
      if (success) successes++;
      // Between successes the evidence only falls, and a look could say nothing new.
      if (success && test.test(new Proportion(successes, trial))) return true;
    }
    return false;
  }

  /** The exact test of one look, whose chance holds for one look. */
  private static boolean ofOneLook(Proportion seen) {
    return BinomialDistribution.of((int) seen.trials(), 0.02)
            .survivalProbability((int) seen.successes() - 1)
        < 0.05;
  }

  @Test
  void atTheCeiling_falseAlarmsOverAllLooks_areNoMoreThanAlpha() {
    assertThat(alarms(0.02, TRIALS, CEILING::isPassed)).as("seed %d", SEED).isBetween(1, 100);
    assertThat(alarms(0.02, TRIALS, CeilingTest::ofOneLook))
        .as("a test of one look, seed %d", SEED)
        .isGreaterThan(400);
  }

  @Test
  void aboveIt_theAlarmComesSoon() {
    assertThat(alarms(0.10, 200, CEILING::isPassed)).as("seed %d", SEED).isGreaterThan(1_900);
    assertThat(alarms(0.05, 500, CEILING::isPassed)).as("seed %d", SEED).isGreaterThan(1_600);
  }

  @ParameterizedTest
  @CsvSource({"20, 4", "50, 5", "100, 8", "200, 11", "500, 21", "1000, 36"})
  void boundary_isWhereTheMixedLikelihoodIs20TimesThatOfTheCeiling(int trials, int successes) {
    assertThat(CEILING.isPassed(new Proportion(successes, trials))).isTrue();
    assertThat(CEILING.isPassed(new Proportion(successes - 1, trials))).isFalse();
  }

  /** As above by summing up the likelihoods themselves. */
  @Test
  void evidence_isTheMixedLikelihoodRatio() {
    double sum = 0;
    double weight = 0;
    int steps = 200_000;
    for (int i = 0; i < steps; i++) {
      double p = 0.02 + 0.98 * (i + 0.5) / steps;
      double prior = Math.pow(1 - p, 9);
      weight += prior;
      sum += prior * Math.pow(p / 0.02, 7) * Math.pow((1 - p) / 0.98, 93);
    }
    assertThat(CEILING.logEvidence(new Proportion(7, 100)))
        .isCloseTo(Math.log(sum / weight), within(1e-6));
  }

  @Test
  void nothingSeen_saysNothing_andMuchMoreThanNothingIsStillReckoned() {
    assertThat(CEILING.logEvidence(new Proportion(0, 0))).isCloseTo(0, within(1e-12));
    assertThat(CEILING.isPassed(new Proportion(0, 1_000_000))).isFalse();
    assertThat(CEILING.isPassed(new Proportion(20_000, 1_000_000))).isFalse();
    assertThat(CEILING.isPassed(new Proportion(25_000, 1_000_000))).isTrue();
    assertThatThrownBy(() -> new Ceiling(0, 0.05)).isInstanceOf(IllegalArgumentException.class);
  }
}
