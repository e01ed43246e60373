package org.breakwater.server.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a key may do. */
public enum Scope {
  /** Have content and searches decided. */
  DECIDE,
  /** Read decisions and receipts. */
  READ;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it is written everywhere, also in the help of {@code bw serve}. */
  @Override
  public String toString() {
    return word();
  }

  static Optional<Scope> named(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }

  /** The scopes in a text with blanks or commas between their words; others are passed over. */
  public static Set<Scope> parse(String words) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : words.split("[ ,]+", -1)) named(word).ifPresent(scopes::add);
    return scopes;
  }

  /** What a method needs; a method that is none of ours needs what no key has. */
  static Optional<Scope> neededFor(String method) {
    return switch (method) {
      case "GET", "HEAD" -> Optional.of(READ);
      case "POST" -> Optional.of(DECIDE);
      default -> Optional.empty();
    };
  }
}
