package org.breakwater.server.help;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happens around a card; counted, and known of nobody. */
public enum Event {
  /** It was shown, or would have been. */
  IMPRESSION,
  OPEN,
  DISMISSAL,
  /** The same was searched for again that day. */
  REPEAT,
  /** An account that was flagged was written to that day. */
  CONTACT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The event with that word; empty when there is none. */
  public static Optional<Event> named(String word) {
    return Arrays.stream(values()).filter(event -> event.word().equals(word)).findFirst();
  }

  /** Whether it can happen also where nothing was shown, so that both can be compared. */
  boolean isComparable() {
    return this == REPEAT || this == CONTACT;
  }
}
