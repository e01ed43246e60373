package org.breakwater.engine.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A deed a clause may order; scope, duration, undo and confirmation are set in enforcement. */
public enum Action {
  REMOVE_CONTENT,
  DISABLE_ACCOUNT,
  REFUSE_AD,
  LIMIT_SEARCH,
  SHOW_INTERSTITIAL,
  SEND_RESOURCES,
  MASK_CONTACTS,
  LIMIT_REPLIES,
  NO_AMPLIFICATION,
  QUEUE_REVIEW,
  ESCALATE,
  PRESERVE;

  /** The lower-case word used in JSON and policies. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The action with that word; empty when there is none. */
  public static Optional<Action> named(String word) {
    return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
  }

  /** All words, in the order of the contract. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Action::word).toList();
  }
}
