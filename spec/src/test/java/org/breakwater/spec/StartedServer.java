package org.breakwater.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that was started by a command, in a folder of its own, at a free port. */
final class StartedServer implements AutoCloseable {
  private static final long SECONDS_MAX = 180;

  private final Process process;
  private final Path out;

  StartedServer(Path folder, String command) throws IOException, InterruptedException {
    out = folder.resolve("serve.txt");
    // The shell is replaced, so that the signal at the end reaches the server.
    var builder = new ProcessBuilder("bash", "-c", "exec " + command).directory(folder.toFile());
    builder.environment().put("BW_BUILD", "off");
    builder.environment().put("BREAKWATER_LISTEN_PORT", "0");
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
    while (!printed().contains("try ")) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new AssertionError("did not start: " + printed());
      }
      Thread.sleep(50);
    }
  }

  String printed() throws IOException {
    return Files.readString(out);
  }

  /** What was printed after a label at the beginning of a line. */
  static String said(String printed, String label) {
    Matcher line = Pattern.compile("(?m)^" + label + " +(\\S+)").matcher(printed);
    if (!line.find()) throw new AssertionError("no `" + label + "` in " + printed);
    return line.group(1);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join();
  }
}
