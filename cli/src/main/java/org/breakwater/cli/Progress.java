package org.breakwater.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line on standard error that says how far the work is, for a person who watches. */
final class Progress {
  private static final long INTERVAL_NANOS = 200_000_000L;
  private static final double NANOS = 1e9;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final boolean shown;
  private final long bytesTotal;
  private final LongSupplier nanoTime;
  private final long started;
  private long lastShown;
  private boolean onScreen;

  /**
   * @param bytesTotal size of all input; 0 when unknown
   * @param nanoTime a clock such as {@code System::nanoTime}
   */
  Progress(PrintStream err, boolean shown, long bytesTotal, LongSupplier nanoTime) {
    this.err = err;
    this.shown = shown;
    this.bytesTotal = bytesTotal;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
    this.lastShown = started;
  }

  /** Tells how many posts are done and how many bytes were read for them. */
  void at(long posts, long bytes) {
    long now = nanoTime.getAsLong();
    if (!shown || now - lastShown < INTERVAL_NANOS) return;
    lastShown = now;
    onScreen = true;
    err.print(CLEAR + line(posts, bytes));
    err.flush();
  }

  /** Prints a diagnostic on a line of its own. */
  void say(String diagnostic) {
    clear();
    err.println(diagnostic);
  }

  /** Takes the line away. */
  void clear() {
    if (onScreen) err.print(CLEAR);
    onScreen = false;
  }

  /** Seconds since the work began. */
  double seconds() {
    return (nanoTime.getAsLong() - started) / NANOS;
  }

  private String line(long posts, long bytes) {
    double seconds = Math.max(seconds(), 1e-3);
    String soFar =
        String.format(Locale.ROOT, "%,d posts  %,d/s", posts, Math.round(posts / seconds));
    if (bytesTotal == 0 || bytes == 0) return soFar;
    double share = Math.min(1, (double) bytes / bytesTotal);
    long left = Math.round(seconds / share - seconds);
    return soFar
        + String.format(Locale.ROOT, "  %.0f %%  %d:%02d left", share * 100, left / 60, left % 60);
  }
}
