package org.breakwater.engine.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an author is; it protects only when the platform has verified it. */
public enum AuthorKind {
  PERSON,
  /** A public authority: police, attorney general, ministry, coast guard. */
  AGENCY,
  NGO,
  NEWSROOM,
  ACADEMIC,
  BUSINESS;

  /** The lower-case word used in JSON and policies. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with that word; empty when there is none. */
  public static Optional<AuthorKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** All words, in the order of the contract. */
  public static List<String> words() {
    return Arrays.stream(values()).map(AuthorKind::word).toList();
  }
}
