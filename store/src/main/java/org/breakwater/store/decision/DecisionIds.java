package org.breakwater.store.decision;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Names of decisions: UUIDs of version 7 (RFC 9562), rising even when the clock steps back a
 * little. Where it steps back far, names follow it, for a row's day is in its name, and a day that
 * is years away would keep the row for years.
 */
final class DecisionIds {
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int COUNTER_MAX = 0xfff;
  private static final long STEP_MS_MAX = 60_000;

  private final SecureRandom chance = new SecureRandom();
  private long lastMs;
  private int counter;

  /** The next name; called by the writer alone. */
  UUID next(Instant now) {
    long ms = now.toEpochMilli();
    if (ms < lastMs && lastMs - ms <= STEP_MS_MAX) ms = lastMs;
    counter = ms == lastMs ? counter + 1 : 0;
    if (counter > COUNTER_MAX) {
      ms++;
      counter = 0;
    }
    lastMs = ms;
    return new UUID(ms << 16 | VERSION | counter, VARIANT | chance.nextLong() >>> 2);
  }

  /** The least name of a day, the bound of its partition. */
  static UUID leastOf(LocalDate day) {
    return new UUID(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() << 16, 0);
  }

  static LocalDate dayOf(UUID decision) {
    return LocalDate.ofInstant(timeOf(decision), ZoneOffset.UTC);
  }

  static Instant timeOf(UUID decision) {
    return Instant.ofEpochMilli(decision.getMostSignificantBits() >>> 16);
  }
}
