package org.breakwater.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, UTF_8);
  private final AtomicLong clock = new AtomicLong(5 * SECOND);

  @Test
  void whoWatches_seesRateShareAndRemainingTime() {
    var progress = new Progress(err, true, 4_000, clock::get);
    clock.addAndGet(2 * SECOND);
    progress.at(3_000, 1_000);
    assertThat(bytes.toString(UTF_8)).endsWith("3,000 posts  1,500/s  25 %  0:06 left");
  }

  @Test
  void sizeUnknown_showsRateOnly() {
    var progress = new Progress(err, true, 0, clock::get);
    clock.addAndGet(SECOND);
    progress.at(10, 99);
    assertThat(bytes.toString(UTF_8)).endsWith("10 posts  10/s");
  }

  @Test
  void nobodyWatches_nothingIsShown() {
    var progress = new Progress(err, false, 0, clock::get);
    clock.addAndGet(SECOND);
    progress.at(10, 99);
    progress.clear();
    assertThat(bytes.size()).isZero();
  }

  @Test
  void diagnostic_takesTheLineAwayFirst() {
    var progress = new Progress(err, true, 0, clock::get);
    clock.addAndGet(SECOND);
    progress.at(1, 1);
    progress.say("f:1: id: is required");
    assertThat(bytes.toString(UTF_8)).endsWith("\r\u001b[Kf:1: id: is required\n");
  }
}
