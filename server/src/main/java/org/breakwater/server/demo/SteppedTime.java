package org.breakwater.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.breakwater.store.time.Time;

/**
 * Time that is moved forward in steps, and between them goes by as everywhere. It never goes back.
 * No route moves it: only whoever started the process, by its standard input.
 */
public final class SteppedTime implements Time {
  private static final Duration SLICE = Duration.ofMillis(20);

  /** How long a pause takes at least, so that many steps do not make as many looks. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Instant began;
  private final long beganNanos;
  private volatile long steppedNanos;

  private SteppedTime(Instant began) {
    this.began = began;
    this.beganNanos = System.nanoTime();
  }

  public static SteppedTime from(Instant began) {
    return new SteppedTime(began);
  }

  @Override
  public Instant instant() {
    return began.plusNanos(nanos() - beganNanos);
  }

  @Override
  public long nanos() {
    return System.nanoTime() + steppedNanos;
  }

  /** Goes on to that moment; where it is past, stays. */
  synchronized void stepTo(Instant moment) {
    Duration ahead = Duration.between(instant(), moment);
    if (ahead.isPositive()) steppedNanos += ahead.toNanos();
  }

  @Override
  public boolean await(Semaphore permits, Duration max) throws InterruptedException {
    return await(permits, max, SLICE);
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    await(new Semaphore(0), length, PAUSE);
  }

  private boolean await(Semaphore permits, Duration max, Duration least)
      throws InterruptedException {
    long end = nanos() + max.toNanos();
    boolean taken = false;
    do {
      long slice = Math.min(least.toNanos(), max.toNanos());
      taken = permits.tryAcquire(slice, TimeUnit.NANOSECONDS);
    } while (!taken && nanos() < end);
    return taken;
  }

  /**
   * Goes on to the instant of each line, and says that it did.
   *
   * @param ended what to do when no line comes any more
   */
  public void follow(InputStream lines, PrintStream said, Runnable ended) {
    var reader = new BufferedReader(new InputStreamReader(lines, UTF_8));
    Thread.ofPlatform().daemon().name("demo-clock").start(() -> follow(reader, said, ended));
  }

  private void follow(BufferedReader lines, PrintStream said, Runnable ended) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        stepTo(Instant.parse(line));
        said.println(line);
        said.flush();
      }
      ended.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
