package org.breakwater.measure.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  @ParameterizedTest
  @CsvSource({
    "0, 100, 0, 0.036993",
    "5, 1000, 0.002138, 0.011651",
    "1, 10, 0.017876, 0.404150",
    "10, 10, 0.722467, 1",
    "4, 7, 0.250458, 0.841780",
    "52, 100, 0.423166, 0.615354",
    "25, 2288, 0.007412, 0.016081",
    "2288, 57523, 0.038209, 0.041403",
  })
  void wilson_givesThePublishedIntervals(long successes, long trials, double low, double high) {
    Interval interval = new Proportion(successes, trials).wilson();
    assertThat(interval.low()).isCloseTo(low, within(5e-7));
    assertThat(interval.high()).isCloseTo(high, within(5e-7));
  }

  @ParameterizedTest
  @CsvSource({
    // No failure in n bounds the rate at 1 - 0.05^(1/n); design.md names the two sizes.
    "0, 59914, 0.00005",
    "0, 998, 0.0029973",
    "0, 10, 0.258866",
    "1, 10, 0.394163",
    "10, 10, 1",
  })
  void upperBound_isClopperAndPearsons(long successes, long trials, double bound) {
    assertThat(new Proportion(successes, trials).upperBound()).isCloseTo(bound, within(2e-6));
  }

  @ParameterizedTest
  @CsvSource({"0, 10, 0", "4, 11, 0.1351", "9, 10, 0.605837", "10, 10, 0.741134"})
  void lowerBound_isTheUpperOneOfTheRest(long successes, long trials, double bound) {
    var proportion = new Proportion(successes, trials);
    assertThat(proportion.lowerBound()).isCloseTo(bound, within(5e-5));
    assertThat(proportion.lowerBound())
        .isCloseTo(1 - new Proportion(trials - successes, trials).upperBound(), within(1e-9));
  }

  @Test
  void difference_hasNewcombesInterval() {
    // Newcombe (1998), table II, example (a), method 10: 56/70 - 48/80.
    Difference difference = Difference.of(new Proportion(56, 70), new Proportion(48, 80));
    assertThat(difference.value()).isCloseTo(0.2, within(1e-9));
    assertThat(difference.low()).isCloseTo(0.0524, within(5e-5));
    assertThat(difference.high()).isCloseTo(0.3339, within(5e-5));
  }

  @Test
  void aProportionOfNothing_isUndefinedAndMayBeAnything() {
    assertThat(new Proportion(0, 0).value()).isNaN();
    assertThat(new Proportion(0, 0).wilson()).isEqualTo(new Interval(0, 1));
  }

  @Test
  void moreSuccessesThanTrials_areRefused() {
    assertThatThrownBy(() -> new Proportion(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
