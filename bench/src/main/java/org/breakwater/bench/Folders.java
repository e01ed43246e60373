package org.breakwater.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of servers that do not outlive a measurement. */
final class Folders {
  private Folders() {}

  /** A new one that PostgreSQL's user may pass through. */
  static Path make() {
    try {
      Path folder = Files.createTempDirectory("bw-bench");
      return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new EnvironmentFault("cannot make a folder: " + e.getMessage());
    }
  }

  static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new EnvironmentFault("cannot remove `" + folder + "`: " + e.getMessage());
    }
  }
}
