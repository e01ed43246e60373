package org.breakwater.store.merkle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an entry of the log commits to. */
public enum EntryKind {
  /** A batch of decisions on content and searches. */
  DECISIONS,
  /** What people and machines did apart from deciding. */
  ACTS;

  /** The lower-case word that stands in the entry. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with that word; empty when there is none. */
  public static Optional<EntryKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
