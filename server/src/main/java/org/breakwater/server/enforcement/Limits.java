package org.breakwater.server.enforcement;

import java.time.Duration;

/**
 * How much machines may do by themselves, and how fast.
 *
 * @param removalsADay of one clause, until midnight UTC; then people decide
 * @param delayMax the platform is told of a removal after a time by chance, no longer than this, so
 *     that whoever tries words out learns less; zero: at once
 */
public record Limits(int removalsADay, Duration delayMax) {
  public static final Limits COMMON = new Limits(500, Duration.ZERO);

  public Limits {
    if (removalsADay < 1 || delayMax.isNegative())
      throw new IllegalArgumentException("no limits: %d, %s".formatted(removalsADay, delayMax));
  }
}
