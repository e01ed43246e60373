package org.breakwater.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-12-01T09:30:00Z");

  @Test
  void secondsAndDates_areUnderstood_andNothingElse() {
    assertThat(RetryAfter.of("120", NOW)).isEqualTo(Duration.ofMinutes(2));
    assertThat(RetryAfter.of("Tue, 1 Dec 2026 09:31:00 GMT", NOW)).isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryAfter.of("Tue, 1 Dec 2026 09:29:00 GMT", NOW)).isZero();
    for (String other : new String[] {null, "", "-5", "soon", "99999999999999999999", "1.5"})
      assertThat(RetryAfter.of(other, NOW)).as(other).isZero();
  }
}
