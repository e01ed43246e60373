package org.breakwater.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The postgres process: started, started again when it dies, ended with us. */
final class Postmaster implements AutoCloseable {
  /**
   * A shell between us and postgres reads its standard input, whose other end only this process
   * holds: when we die, also by kill -9, the read ends and postgres is told to end. It leads a
   * session of its own, so that Ctrl-C reaches us first and we can drain.
   */
  private static final String WATCHED =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      ( read -r _ <&3; kill -INT "$server" ) 2>/dev/null &
      watcher=$!
      wait "$server"
      code=$?
      kill "$watcher" 2>/dev/null
      exit "$code"
      """;

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "fsync=" + Durability.fsync(),
          "synchronous_commit=on",
          "full_page_writes=on",
          "wal_level=minimal",
          "max_wal_senders=0",
          "max_connections=40",
          "shared_buffers=64MB",
          // Content must not reach the server's log through a statement or a key that failed.
          "log_min_error_statement=panic",
          "log_error_verbosity=terse");

  private static final Duration START_MAX = Duration.ofSeconds(60);
  private static final long PAUSE_MS_MIN = 50;
  private static final long PAUSE_MS_MAX = 2_000;

  private final Path program;
  private final Servant servant;
  private final Path cluster;
  private final int port;
  private volatile boolean closing;
  private volatile @Nullable Process process;

  Postmaster(Path program, Servant servant, Path cluster, int port) {
    this.program = program;
    this.servant = servant;
    this.cluster = cluster;
    this.port = port;
  }

  int port() {
    return port;
  }

  /** Starts it, and looks after it from then on. */
  void start() {
    waitForTheLastOne();
    Process first = launch();
    process = first;
    Thread.ofPlatform().daemon().name("postmaster").start(() -> look(first));
  }

  /** Waits until {@code answers}; it listens before it does, while it recovers from a crash. */
  void await(BooleanSupplier answers) {
    long end = System.nanoTime() + START_MAX.toNanos();
    while (!answers.getAsBoolean()) {
      if (System.nanoTime() > end) throw notStarted();
      pause(PAUSE_MS_MIN);
    }
  }

  /** The number of the postgres process itself; absent while there is none. */
  Optional<Long> pid() {
    return pidIn(cluster);
  }

  private static Optional<Long> pidIn(Path cluster) {
    return line(cluster, 0)
        .filter(pid -> ProcessHandle.of(pid).filter(Postmaster::isOurs).isPresent());
  }

  /** After a crash of the machine the number may be another program's. */
  private static boolean isOurs(ProcessHandle process) {
    return process.info().command().map(path -> path.endsWith("postgres")).orElse(true);
  }

  /** The port of whatever server runs on that folder now. */
  static Optional<Integer> runningIn(Path cluster) {
    return pidIn(cluster).flatMap(_ -> line(cluster, 3)).map(Long::intValue);
  }

  private static Optional<Long> line(Path cluster, int number) {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      return lines.size() <= number
          ? Optional.empty()
          : Optional.of(Long.parseLong(lines.get(number).strip()));
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    closing = true;
    Process running = process;
    if (running == null) return;
    try {
      running.getOutputStream().close();
      if (!running.waitFor(30, TimeUnit.SECONDS)) running.destroyForcibly();
    } catch (IOException _) {
      running.destroy(); // the shell is gone already
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Process first) {
    Process running = first;
    long pauseMs = PAUSE_MS_MIN;
    while (!closing) {
      long since = System.nanoTime();
      running.onExit().join();
      if (closing) return;
      boolean wasWell = System.nanoTime() - since > Duration.ofSeconds(5).toNanos();
      pauseMs = wasWell ? PAUSE_MS_MIN : Math.min(2 * pauseMs, PAUSE_MS_MAX);
      // Its children may live on for a moment and keep the memory that the next one needs.
      pause(pauseMs);
      Optional<Process> next = launchAgain();
      if (next.isEmpty()) continue;
      running = next.get();
      process = running;
      if (closing) close();
    }
  }

  /** Empty when the machine has no room for a process just now; it is tried again. */
  private Optional<Process> launchAgain() {
    try {
      return Optional.of(launch());
    } catch (StoreFault _) {
      return Optional.empty();
    }
  }

  private Process launch() {
    List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", WATCHED, "postgres"));
    command.addAll(List.of(program.toString(), "-D", cluster.toString(), "-p", "" + port));
    for (String setting : SETTINGS) command.addAll(List.of("-c", setting));
    try {
      return new ProcessBuilder(servant.command(command))
          .directory(cluster.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
          .start();
    } catch (IOException e) {
      throw new StoreFault(StoreFault.Code.CANNOT_START, "cannot run PostgreSQL: " + e);
    }
  }

  private Path log() {
    return cluster.resolveSibling("postgres.log");
  }

  /** One whose Breakwater was killed is about to end, or still writes its last checkpoint. */
  private void waitForTheLastOne() {
    long end = System.nanoTime() + START_MAX.toNanos();
    while (pid().isPresent()) {
      if (System.nanoTime() > end)
        throw new StoreFault(
            StoreFault.Code.CANNOT_START,
            "process %d already runs on `%s`; end it first".formatted(pid().get(), cluster));
      pause(PAUSE_MS_MIN);
    }
  }

  private StoreFault notStarted() {
    close();
    return new StoreFault(
        StoreFault.Code.CANNOT_START,
        "PostgreSQL did not start within %d s; its log is `%s`"
            .formatted(START_MAX.toSeconds(), log()));
  }

  private static void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
