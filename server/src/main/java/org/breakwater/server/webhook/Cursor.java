package org.breakwater.server.webhook;

import java.util.Optional;
import java.util.UUID;
import org.breakwater.server.Problem;

/** Where a page goes on. */
final class Cursor {
  private static final int DIGITS_MAX = 18;

  private Cursor() {}

  /** The number in a text, the greatest there is for an empty one; empty when it is none. */
  static Optional<Long> number(String text) {
    if (text.isEmpty()) return Optional.of(Long.MAX_VALUE);
    boolean isNumber = text.matches("[0-9]{1," + DIGITS_MAX + "}");
    return isNumber ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  static Optional<UUID> uuid(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static Problem bad() {
    return new Problem(
        400, "bad page", "before", "is no place where a page ends", "follow the `next` of a page");
  }
}
