package org.breakwater.engine.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a policy stands to what a clause describes. */
public enum Stance {
  PROHIBITED,
  ALLOWED,
  /** Allowed, and a machine may not remove what it holds for; names the right it protects. */
  PROTECTED,
  ALLOWED_WITH_RESOURCES,
  /** A person must look; the outcome is always review. */
  NEEDS_CONTEXT;

  /** The lower-case word used in policies. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stance with that word; empty when there is none. */
  public static Optional<Stance> named(String word) {
    return Arrays.stream(values()).filter(stance -> stance.word().equals(word)).findFirst();
  }

  /** All words, in the order of the contract. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Stance::word).toList();
  }
}
