package org.breakwater.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.breakwater.server.EnvironmentFault;

/** {@code bw serve} as a process beside this one, on a folder that goes with it. */
final class DemoServer implements AutoCloseable {
  private static final int SECONDS_TO_END = 20;

  private final Path folder;
  private final Process process;
  private final Path data;
  private final BufferedReader lines;
  private final String printed;

  private DemoServer(
      Path folder, Path data, Process process, BufferedReader lines, String printed) {
    this.folder = folder;
    this.data = data;
    this.process = process;
    this.lines = lines;
    this.printed = printed;
  }

  /**
   * Starts it on a folder of its own.
   *
   * @param folder that goes with it
   * @param stated an empty data folder that stays; empty for one that goes
   * @param first day of its time
   */
  static DemoServer started(Path folder, String stated, String port, LocalDate first) {
    Path data = stated.isEmpty() ? folder.resolve("data") : Path.of(stated).toAbsolutePath();
    DemoFolder.make(data);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.breakwater.server.Main");
    command.addAll(List.of("serve", "--port", port, "--policy", "2021-11"));
    command.addAll(List.of("--data", data.toString(), "--sample", "100"));
    command.addAll(
        List.of("--demo-clock", first.atStartOfDay().toInstant(ZoneOffset.UTC).toString()));
    command.addAll(List.of("--overlay", DemoCommand.home().resolve("examples/help").toString()));
    command.addAll(List.of("--webhook-allow-private", "yes"));
    Path err = folder.resolve("err");
    try {
      var builder = new ProcessBuilder(command);
      builder.redirectError(err.toFile());
      // What the operator of another server chose is not for this one.
      builder.environment().keySet().removeIf(name -> name.startsWith("BREAKWATER_"));
      // People of the demo do in a second what people do in an hour.
      builder.environment().put("BREAKWATER_LIMITS_PERSON_PER_MINUTE", "100000");
      builder.environment().put("BREAKWATER_LIMITS_ADDRESS_PER_MINUTE", "100000");
      builder.environment().put("BREAKWATER_LIMITS_LOGINS_PER_MINUTE", "1000");
      Process process = builder.start();
      BufferedReader lines = process.inputReader(UTF_8);
      var server = new DemoServer(folder, data, process, lines, greeting(lines, err));
      // Also where a signal ends this, nothing stays.
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    } catch (IOException e) {
      throw new EnvironmentFault("cannot start the server of the demo: " + e.getMessage());
    }
  }

  /** What it printed once it is up; nobody else may read it, for keys stand in it. */
  private static String greeting(BufferedReader lines, Path err) throws IOException {
    var printed = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      printed.append(line).append('\n');
      if (line.startsWith("try ")) return printed.toString();
    }
    throw new EnvironmentFault("the server did not start: " + Files.readString(err, UTF_8));
  }

  URI address() {
    return URI.create(found("address  (\\S+)"));
  }

  /** A machine's key. */
  String key() {
    return found("API key  (\\S+)");
  }

  /** The first administrator's, for one login. */
  String password() {
    return found("login    admin (\\S+)");
  }

  private String found(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(printed);
    if (!matcher.find()) throw new IllegalStateException("the server did not print " + pattern);
    return matcher.group(1);
  }

  Path data() {
    return data;
  }

  /** Moves its time; returns when it has. */
  void stepTo(Instant moment) {
    try {
      Writer clock = process.outputWriter(UTF_8);
      clock.write(moment + "\n");
      clock.flush();
      String line = lines.readLine();
      while (line != null && !line.equals(moment.toString())) line = lines.readLine();
      if (line == null) throw new EnvironmentFault("the server of the demo has ended");
    } catch (IOException e) {
      throw new EnvironmentFault("the server of the demo is gone: " + e.getMessage());
    }
  }

  /** Leaves it running until it, or this, ends. */
  void waitFor() throws InterruptedException {
    process.waitFor();
  }

  /** Ends it, and takes its folder away; a second time does nothing. */
  @Override
  public synchronized void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (!Files.exists(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException e) {
      System.err.println("bw: the folder of the demo stays at " + folder + ": " + e.getMessage());
    }
  }
}
