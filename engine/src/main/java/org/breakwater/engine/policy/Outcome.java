package org.breakwater.engine.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of the content; ordered from weakest to strongest (design.md §3, precedence). */
public enum Outcome {
  /** Stays up. */
  ALLOW,
  /** Stays up; help is shown to its author or searcher only. */
  ALLOW_WITH_RESOURCES,
  /** Stays visible, not amplified, until a person decides; only an ad waits unpublished. */
  REVIEW,
  /** Hidden, undoable. */
  REMOVE,
  /** To the emergency queue now; visible as in review. */
  ESCALATE;

  /** The lower-case word used in JSON and policies. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The outcome with that word; empty when there is none. */
  public static Optional<Outcome> named(String word) {
    return Arrays.stream(values()).filter(outcome -> outcome.word().equals(word)).findFirst();
  }

  /** All words, in the order of the contract. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Outcome::word).toList();
  }
}
