package org.breakwater.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private final String printed;

  private DemoServer(Path folder, Process process, String printed) {
    this.folder = folder;
    this.process = process;
    this.printed = printed;
  }

  static DemoServer started(Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.breakwater.server.Main");
    command.addAll(List.of("serve", "--port", "0", "--policy", "2021-11"));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    command.addAll(List.of("--overlay", DemoCommand.home().resolve("examples/help").toString()));
    command.addAll(List.of("--webhook-allow-private", "yes"));
    Path err = folder.resolve("err");
    try {
      var builder = new ProcessBuilder(command);
      builder.redirectError(err.toFile());
      // People of the demo do in a second what people do in an hour.
      builder.environment().put("BREAKWATER_LIMITS_PERSON_PER_MINUTE", "100000");
      builder.environment().put("BREAKWATER_LIMITS_ADDRESS_PER_MINUTE", "100000");
      builder.environment().put("BREAKWATER_LIMITS_LOGINS_PER_MINUTE", "1000");
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return new DemoServer(folder, process, greeting(process, err));
    } catch (IOException e) {
      throw new EnvironmentFault("cannot start the server of the demo: " + e.getMessage());
    }
  }

  /** What it printed once it is up; nobody else may read it, for keys stand in it. */
  private static String greeting(Process process, Path err) throws IOException {
    var printed = new StringBuilder();
    BufferedReader lines = process.inputReader(UTF_8);
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

  /** Leaves it running until it, or this, ends. */
  void stay(PrintStream out) {
    out.printf("%nThe server stays at %s until a signal comes.%n", address());
    try {
      process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException e) {
      System.err.println("bw: the folder of the demo stays at " + folder + ": " + e.getMessage());
    }
  }
}
