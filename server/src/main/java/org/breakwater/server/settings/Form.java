package org.breakwater.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a text has to look like. */
enum Form {
  TEXT("must be text without control characters"),
  ORIGIN("must be such as `https://trust.example.org`, without a path"),
  WEB_ADDRESS("must be such as `https://host.example.org/path`"),
  /** The text itself may hold a password, so no fault repeats it. */
  DATABASE("must be such as `postgresql://user@host:5432/name`"),
  FOLDER("must be the path of a folder"),
  SECRET_FILE("must be a file with one line that this user can read");

  private final String wanted;

  Form(String wanted) {
    this.wanted = wanted;
  }

  /** What is wrong with a text; empty when nothing is. */
  Optional<String> fault(String text) {
    boolean fits =
        text.isEmpty() || (text.chars().noneMatch(Character::isISOControl) && isLike(text));
    return fits ? Optional.empty() : Optional.of(wanted);
  }

  private boolean isLike(String text) {
    return switch (this) {
      case TEXT -> true;
      case ORIGIN -> isOrigin(text);
      case WEB_ADDRESS -> isAddress(text, "http", "https") && !hasUser(text);
      case DATABASE -> isAddress(text, "postgresql", "postgres") && hasPath(text);
      case FOLDER -> isPath(text);
      case SECRET_FILE -> isPath(text) && Files.isReadable(Path.of(text)) && hasOneLine(text);
    };
  }

  static boolean isOrigin(String text) {
    return text.matches("https?://[^/?#@\\s]+") && isAddress(text, "http", "https");
  }

  private static boolean isAddress(String text, String... schemes) {
    try {
      URI uri = new URI(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      return uri.getHost() != null && List.of(schemes).contains(scheme);
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static boolean hasUser(String text) {
    return URI.create(text).getRawUserInfo() != null;
  }

  private static boolean hasPath(String text) {
    return URI.create(text.replaceFirst("^jdbc:", "")).getRawPath().length() > 1;
  }

  private static boolean isPath(String text) {
    try {
      return !Path.of(text).toString().isBlank();
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private static boolean hasOneLine(String text) {
    return SecretFile.text(Path.of(text)).filter(line -> !line.isBlank()).isPresent();
  }
}
