package org.breakwater.store.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Time as one server has it: what time it is, how much has gone by, and waiting for some to go by.
 * A server takes one of these where it is wired, and hands it to all that lives by dates. Safe for
 * use by many threads.
 */
@FunctionalInterface
public interface Time extends InstantSource {
  /** The machine's. */
  Time MACHINE = Instant::now;

  /** The day it is in UTC. */
  default LocalDate today() {
    return LocalDate.ofInstant(instant(), ZoneOffset.UTC);
  }

  /** Nanoseconds since some moment; never steps, as {@link System#nanoTime}. */
  default long nanos() {
    return System.nanoTime();
  }

  /**
   * Takes a permit, or waits until so much time has gone by.
   *
   * @return whether it took one
   */
  default boolean await(Semaphore permits, Duration max) throws InterruptedException {
    return permits.tryAcquire(max.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits until so much time has gone by. */
  default void pause(Duration length) throws InterruptedException {
    await(new Semaphore(0), length);
  }
}
