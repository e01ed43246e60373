package org.breakwater.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/** What one run of the command line printed and how it ended. */
record Ran(int code, String out, String err) {
  private static final int COLUMNS = 100;

  /** Runs a verb in a directory with nothing on standard input. */
  static Ran in(Path directory, String... arguments) {
    return with("", directory, arguments);
  }

  /** Runs a verb with something on standard input. */
  static Ran with(String input, Path directory, String... arguments) {
    return run(input.getBytes(UTF_8), new ByteArrayOutputStream(), directory, arguments);
  }

  /** Runs a verb whose standard output goes elsewhere. */
  static Ran to(OutputStream out, Path directory, String... arguments) {
    return run(new byte[0], out, directory, arguments);
  }

  private static Ran run(byte[] input, OutputStream out, Path directory, String... arguments) {
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(input),
            new Output(out),
            new PrintStream(err, true, UTF_8),
            false,
            false,
            COLUMNS,
            directory,
            Path.of("src/test/resources").toAbsolutePath());
    int code = Main.run(terminal, arguments);
    String printed = out instanceof ByteArrayOutputStream bytes ? bytes.toString(UTF_8) : "";
    return new Ran(code, printed, err.toString(UTF_8));
  }
}
