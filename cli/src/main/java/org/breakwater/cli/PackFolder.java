package org.breakwater.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.breakwater.engine.policy.text.Pack;

/** A policy pack, or an overlay to one, on disk. */
record PackFolder(Path path) {
  static final String PACK_BY_DEFAULT = "packs/human-exploitation";

  private static final long FILE_BYTES_MAX = 64L << 20;
  private static final long TOTAL_BYTES_MAX = 512L << 20;

  /**
   * The folder of that name in the working directory, else in the checkout.
   *
   * @param stated as the user wrote it
   * @throws EnvironmentFault if there is none
   */
  static PackFolder find(Terminal terminal, String stated) {
    return Stream.of(terminal.resolve(stated), terminal.home().resolve(stated))
        .filter(Files::isDirectory)
        .findFirst()
        .map(PackFolder::new)
        .orElseThrow(() -> new EnvironmentFault("no folder `" + stated + "`; name one by --pack"));
  }

  /** The folder's own name, which is the pack's. */
  String name() {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? "" : last.toString();
  }

  /** The pack of that name beside this one. */
  PackFolder sibling(String name) {
    Path other = path.toAbsolutePath().normalize().resolveSibling(name);
    if (!Files.isDirectory(other)) {
      throw new EnvironmentFault("no pack `%s` beside `%s`".formatted(name, path));
    }
    return new PackFolder(other);
  }

  /** The files that make up the policy, by path within the pack; its test data is left out. */
  Map<String, byte[]> rules() {
    return read(Pack::isRule);
  }

  /** The JSON Lines files in one of its folders, by path within the pack; may be none. */
  Map<String, byte[]> jsonLines(String folder) {
    return read(file -> file.startsWith(folder + "/") && file.endsWith(".jsonl"));
  }

  private Map<String, byte[]> read(Predicate<String> wanted) {
    var files = new TreeMap<String, byte[]>();
    long total = 0;
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String name = nameWithin(file);
        if (name.startsWith(".") || name.contains("/.") || !wanted.test(name)) continue;
        total += Files.size(file);
        if (Files.size(file) > FILE_BYTES_MAX || total > TOTAL_BYTES_MAX) throw tooLarge(file);
        files.put(name, Files.readAllBytes(file));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new EnvironmentFault("cannot read pack `%s`: %s".formatted(path, e.getMessage()));
    }
    return files;
  }

  private String nameWithin(Path file) {
    return path.relativize(file).toString().replace('\\', '/');
  }

  private static EnvironmentFault tooLarge(Path file) {
    return new EnvironmentFault(
        "`%s` makes the pack too large; a file may have %d MiB, a pack %d MiB"
            .formatted(file, FILE_BYTES_MAX >> 20, TOTAL_BYTES_MAX >> 20));
  }
}
