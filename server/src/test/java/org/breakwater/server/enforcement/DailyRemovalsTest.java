package org.breakwater.server.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DailyRemovalsTest {
  private volatile Instant now = Instant.parse("2026-11-22T23:59:59Z");
  private final DailyRemovals daily = new DailyRemovals(3, () -> now);

  @Test
  void noMoreThanTheCap_areTaken_untilMidnightUtc() {
    assertThat(IntStream.range(0, 5).filter(_ -> daily.take("c")).count()).isEqualTo(3);
    assertThat(daily.usedUp()).containsExactly("c");
    assertThat(daily.take("other")).isTrue();
    now = now.plusSeconds(1);
    assertThat(daily.usedUp()).isEmpty();
    assertThat(daily.take("c")).isTrue();
  }

  @Test
  void whatWasNotRemovedAfterAll_isGivenBack() {
    for (int i = 0; i < 3; i++) daily.take("c");
    daily.give("c");
    assertThat(daily.usedUp()).isEmpty();
    assertThat(daily.take("c")).isTrue();
    assertThat(daily.take("c")).isFalse();
  }

  @Test
  void whatTheDatabaseKnows_counts_butNotOfAnotherDay() {
    daily.learn(daily.date(), Map.of("c", 2L));
    daily.learn(daily.date().minusDays(1), Map.of("c", 3L));
    assertThat(daily.take("c")).isTrue();
    assertThat(daily.take("c")).isFalse();
    daily.learn(daily.date(), Map.of("c", 1L));
    assertThat(daily.take("c")).as("never fewer").isFalse();
  }

  @Test
  void manyAtOnce_takeNoMore() throws InterruptedException, ExecutionException {
    var wide = new DailyRemovals(100, () -> Instant.EPOCH.plus(Duration.ofDays(1)));
    var taken = new AtomicInteger();
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          IntStream.range(0, 1_000)
              .mapToObj(_ -> many.submit(() -> taken.addAndGet(wide.take("c") ? 1 : 0)))
              .toList();
      for (var each : tries) each.get();
    }
    assertThat(taken).hasValue(100);
  }
}
