package org.breakwater.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.breakwater.server.UsageFault;
import org.breakwater.server.settings.Configuration;
import org.breakwater.server.settings.Settings;
import org.breakwater.store.decision.LogSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A clock that is moved, and where it may be. */
class SteppedTimeTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  @TempDir Path folder;
  private final SteppedTime time = SteppedTime.from(START);

  @Test
  void step_movesWhatTimeItIs_andWhatHasGoneBy_alike() {
    long nanos = time.nanos();
    time.stepTo(START.plus(Duration.ofDays(3)));
    assertThat(time.instant())
        .isCloseTo(START.plus(Duration.ofDays(3)), within(5, ChronoUnit.SECONDS));
    assertThat(time.nanos() - nanos).isGreaterThanOrEqualTo(Duration.ofDays(2).toNanos());
  }

  @Test
  void step_neverGoesBack() {
    time.stepTo(START.plus(Duration.ofDays(3)));
    time.stepTo(START);
    assertThat(time.instant()).isAfterOrEqualTo(START.plus(Duration.ofDays(3)));
  }

  @Test
  @Timeout(20)
  void whoWaitsADay_goesOnWhenADayIsStepped() throws InterruptedException {
    Thread waiting = Thread.ofVirtual().start(this::waitADay);
    // It may not wait yet when the first step is taken.
    while (!waiting.join(Duration.ofMillis(20)))
      time.stepTo(time.instant().plus(Duration.ofDays(1)));
    assertThat(time.await(new Semaphore(1), Duration.ofDays(1))).isTrue();
  }

  private void waitADay() {
    try {
      time.pause(Duration.ofDays(1));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void lines_moveIt_andEachIsAnswered() throws InterruptedException {
    var said = new ByteArrayOutputStream();
    var ended = new CountDownLatch(1);
    var lines = "2026-02-01T00:00:00Z\n2026-03-01T00:00:00Z\n".getBytes(StandardCharsets.UTF_8);
    time.follow(
        new ByteArrayInputStream(lines),
        new PrintStream(said, true, StandardCharsets.UTF_8),
        ended::countDown);
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z");
    assertThat(time.instant()).isAfterOrEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
  }

  private Settings settings(Map<String, String> flags) {
    return switch (Configuration.read(Optional.empty(), Map.of(), flags)) {
      case Configuration.Read.Accepted(var accepted) -> accepted.settings();
      case Configuration.Read.Rejected(var faults) -> throw new AssertionError(faults);
    };
  }

  private Settings on(Path data) {
    return settings(Map.of("--data", data.toString()));
  }

  @Test
  void clock_isMovedInAFolderThatWasJustMadeForIt() {
    Path data = folder.resolve("demo");
    DemoFolder.make(data);
    DemoFolder.mustBeFresh(on(data));
    assertThat(LogSecrets.in(data.resolve("keys")).isDemo()).isTrue();
  }

  @Test
  void clock_isMovedNowhereElse() throws IOException {
    assertRefused(on(folder.resolve("missing")));
    Path real = folder.resolve("real");
    LogSecrets.in(Files.createDirectories(real.resolve("keys")));
    assertRefused(on(real));
    Path used = folder.resolve("used");
    DemoFolder.make(used);
    Files.createDirectory(used.resolve("postgres"));
    assertRefused(on(used));
    Path elsewhere = folder.resolve("elsewhere");
    DemoFolder.make(elsewhere);
    assertRefused(
        settings(
            Map.of(
                "--data",
                elsewhere.toString(),
                "--database",
                "postgresql://breakwater@db.example.org/breakwater")));
  }

  private static void assertRefused(Settings settings) {
    assertThatThrownBy(() -> DemoFolder.mustBeFresh(settings))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("nowhere else is the clock moved");
  }

  @Test
  void demo_beginsInAnEmptyFolderOnly() throws IOException {
    Files.writeString(folder.resolve("breakwater.yaml"), "");
    assertThatThrownBy(() -> DemoFolder.make(folder))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("is not empty");
  }
}
