package org.breakwater.server.notice;

import java.util.Optional;
import java.util.UUID;

/** Names in paths and bodies. */
final class Names {
  private static final int LENGTH = 36;

  private Names() {}

  /** The UUID that a text is; empty when it is none. */
  static Optional<UUID> uuid(String text) {
    try {
      return text.length() == LENGTH ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
