package org.breakwater.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A {@code bw serve} of our own on 127.0.0.1, with a data folder of its own. */
final class ServerProcess implements AutoCloseable {
  private static final Duration START_MAX = Duration.ofMinutes(2);
  private static final Pattern ADDRESS =
      Pattern.compile("address\\s+(http://127\\.0\\.0\\.1:\\d+)");
  private static final Pattern KEY = Pattern.compile("API key\\s+(bw_\\S+)");

  private final Path data;
  private final String javaArguments;
  private final List<String> arguments;
  private final Path out;
  private final Path err;
  private volatile Process process;
  private volatile URI address = URI.create("http://127.0.0.1");
  private volatile String key = "";
  private Duration startTime = Duration.ZERO;

  /**
   * Starts one and waits until it answers.
   *
   * @param data its folder; made when missing
   * @param arguments further ones of {@code bw serve}
   */
  ServerProcess(Path data, List<String> arguments) {
    this(data, "", arguments);
  }

  /**
   * As above.
   *
   * @param javaArguments for its JVM, after those of this one
   */
  ServerProcess(Path data, String javaArguments, List<String> arguments) {
    this.data = data;
    this.javaArguments =
        (System.getenv().getOrDefault("BW_JAVA_ARGS", "") + " " + javaArguments).strip();
    this.arguments = List.copyOf(arguments);
    this.out = data.resolveSibling(data.getFileName() + ".out");
    this.err = data.resolveSibling(data.getFileName() + ".err");
    this.process = start();
  }

  /** The same again on the same folder, after it ended or was killed. */
  void startAgain() {
    process = start();
  }

  Path data() {
    return data;
  }

  URI address() {
    return address;
  }

  String key() {
    return key;
  }

  /** From the first line of `bw` until it said where it listens. */
  Duration startTime() {
    return startTime;
  }

  private Process start() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("bw.home", "."), "bw").toString());
    command.addAll(List.of("serve", "--data", data.toString(), "--port", "0"));
    command.addAll(List.of("--new-key", "decide,read"));
    command.addAll(arguments);
    long begin = System.nanoTime();
    try {
      var builder = new ProcessBuilder(command);
      builder.environment().put("BW_BUILD", "off");
      builder.environment().put("BW_JAVA_ARGS", javaArguments);
      Process started =
          builder
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()))
              .start();
      await(started, begin);
      return started;
    } catch (IOException e) {
      throw new EnvironmentFault("cannot run `bw serve`: " + e.getMessage());
    }
  }

  private void await(Process started, long begin) throws IOException {
    while (true) {
      String printed = Files.readString(out);
      Matcher found = ADDRESS.matcher(printed);
      Matcher issued = KEY.matcher(printed);
      if (found.find() && issued.find()) {
        startTime = Duration.ofNanos(System.nanoTime() - begin);
        address = URI.create(found.group(1));
        key = issued.group(1);
        return;
      }
      boolean tooLate = System.nanoTime() - begin > START_MAX.toNanos();
      if (tooLate || !started.isAlive()) {
        started.destroyForcibly();
        throw new EnvironmentFault("`bw serve` did not start: " + printed + Files.readString(err));
      }
      Pause.ms(10);
    }
  }

  /** The JVM, and all processes below it. */
  Stream<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  /** Ends it by kill -9; its database ends by itself. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  /** Ends it and all below it by kill -9, at once. */
  void killAll() {
    List<ProcessHandle> all = processes().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().join());
  }

  /** The number of its PostgreSQL; absent while there is none. */
  Optional<ProcessHandle> postmaster() {
    try {
      Path file = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
      long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      return process.descendants().filter(each -> each.pid() == pid).findFirst();
    } catch (IOException | NumberFormatException | NoSuchElementException _) {
      return Optional.empty();
    }
  }

  /** A verb of `bw` with what it printed. */
  Ran run(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("bw.home", "."), "bw").toString());
    command.addAll(List.of(words));
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("BW_BUILD", "off");
      Process verb = builder.start();
      verb.getOutputStream().close();
      String printed = new String(verb.getInputStream().readAllBytes(), UTF_8);
      return new Ran(verb.waitFor(), printed.strip());
    } catch (IOException e) {
      throw new EnvironmentFault("cannot run `bw`: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFault("interrupted");
    }
  }

  /** What became of a verb. */
  record Ran(int exit, String printed) {}

  /** Ends it by SIGTERM, on which it drains. */
  @Override
  public void close() {
    process.destroy();
    await();
  }

  private void await() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
