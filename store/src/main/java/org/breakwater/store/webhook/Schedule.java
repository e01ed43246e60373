package org.breakwater.store.webhook;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;

/**
 * When a message is tried again: the schedule that the Standard Webhooks specification recommends,
 * ten attempts over three days.
 *
 * @param chance numbers in [0, 1), by which each wait is up to a tenth longer, so that what failed
 *     together does not come back together
 */
public record Schedule(DoubleSupplier chance) {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private static final double JITTER = 0.1;

  /** What a receiver's {@code Retry-After} can ask for at most. */
  static final Duration RETRY_AFTER_MAX = Duration.ofHours(24);

  /**
   * Milliseconds until the next attempt; empty when there is none left.
   *
   * @param attempts made so far, from 1
   * @param retryAfter what the receiver asked for; zero when it did not. It can put the next
   *     attempt off, never bring it forward
   */
  OptionalLong waitMs(int attempts, Duration retryAfter) {
    if (attempts > WAITS.size()) return OptionalLong.empty();
    Duration wait = WAITS.get(attempts - 1);
    double jittered = wait.toMillis() * (1 + JITTER * chance.getAsDouble());
    Duration asked = retryAfter.compareTo(RETRY_AFTER_MAX) > 0 ? RETRY_AFTER_MAX : retryAfter;
    return OptionalLong.of(Math.max((long) jittered, asked.toMillis()));
  }
}
