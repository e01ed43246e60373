package org.breakwater.server.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files that hold one secret. */
final class SecretFile {
  private static final int BYTES_MAX = 10_000;

  private SecretFile() {}

  /** Its one line; empty when it cannot be read, is long, or has several. */
  static Optional<String> text(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > BYTES_MAX) return Optional.empty();
      String text = Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
      return text.lines().count() > 1 ? Optional.empty() : Optional.of(text);
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
