package org.breakwater.server.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a machine's key may do. */
public enum Scope {
  /** Have content and searches decided. */
  DECIDE,
  /** Read decisions and receipts. */
  READ,
  /** Ask for notices to hand over, and file appeals that came by the platform's own form. */
  NOTIFY,
  /** Read how the server is doing. */
  METRICS;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it is written everywhere, also in the help of {@code bw serve}. */
  @Override
  public String toString() {
    return word();
  }

  /** The scope with that word; empty when there is none. */
  public static Optional<Scope> named(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }

  /** The scopes in a text with blanks between their words; others are passed over. */
  static Set<Scope> parse(String words) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : words.split(" ", -1)) named(word).ifPresent(scopes::add);
    return scopes;
  }
}
