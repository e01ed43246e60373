package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whether the clock may be believed when something is to be erased by it. */
class RetentionTest {
  private static final Instant START = Instant.parse("2026-11-22T09:30:00Z");

  private final Retention retention = new Retention();

  private boolean isSteady(Duration wall, Duration passed) {
    return retention.isSteady(START.plus(wall), passed.toNanos());
  }

  @Test
  void clockThatRunsAsClocksRun_isBelieved() {
    assertThat(isSteady(Duration.ZERO, Duration.ZERO)).isTrue();
    assertThat(isSteady(Duration.ofDays(3), Duration.ofDays(3))).isTrue();
    assertThat(isSteady(Duration.ofDays(3).plusSeconds(200), Duration.ofDays(3))).isTrue();
  }

  @Test
  void clockThatStepped_isBelievedAfterAnHour() {
    assertThat(isSteady(Duration.ZERO, Duration.ZERO)).isTrue();
    assertThat(isSteady(Duration.ofDays(400), Duration.ofSeconds(1))).isFalse();
    assertThat(isSteady(Duration.ofDays(400).plusMinutes(59), Duration.ofMinutes(59))).isFalse();
    assertThat(isSteady(Duration.ofDays(400).plusMinutes(61), Duration.ofMinutes(61))).isTrue();
  }

  @Test
  void clockThatSteppedBack_isNotBelievedEither() {
    assertThat(isSteady(Duration.ZERO, Duration.ZERO)).isTrue();
    assertThat(isSteady(Duration.ofDays(-1), Duration.ofSeconds(1))).isFalse();
  }
}
