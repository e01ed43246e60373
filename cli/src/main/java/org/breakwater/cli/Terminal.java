package org.breakwater.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a verb reads and writes; tests pass their own.
 *
 * @param out standard output, for results
 * @param err standard error, for diagnostics and progress
 * @param colours whether a person reads {@code out}
 * @param watched whether a person reads {@code err}
 * @param columns width of {@code out}
 * @param home the checkout, where packs are found when the working directory has none
 */
record Terminal(
    InputStream in,
    Output out,
    PrintStream err,
    boolean colours,
    boolean watched,
    int columns,
    Path directory,
    Path home) {
  private static final int COLUMNS_WHEN_UNKNOWN = 100;
  private static final int COLUMNS_MIN = 40;

  /** The terminal, pipes or files this process was started with. */
  static Terminal ofProcess() {
    return new Terminal(
        new FileInputStream(FileDescriptor.in),
        new Output(new FileOutputStream(FileDescriptor.out)),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        isTerminal(1),
        isTerminal(2),
        columnsOf(System.getenv("COLUMNS")),
        Path.of(""),
        Path.of(System.getProperty("bw.home", "")));
  }

  /** A path as the user named it, resolved against the working directory. */
  Path resolve(String path) {
    return directory.resolve(path);
  }

  // System.console() asks for a terminal on input and output together; progress goes to standard
  // error, which stays a terminal in `bw decide x > y`. So the descriptor itself is asked first.
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (!Files.isSymbolicLink(link)) {
      return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  private static int columnsOf(@Nullable String stated) {
    return Optional.ofNullable(stated)
        .filter(text -> text.matches("[0-9]{1,4}"))
        .map(Integer::parseInt)
        .filter(columns -> columns >= COLUMNS_MIN)
        .orElse(COLUMNS_WHEN_UNKNOWN);
  }
}
