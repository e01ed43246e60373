package org.breakwater.server.http;

import java.util.Optional;
import java.util.UUID;

/** Names in paths and bodies. */
public final class Names {
  private static final int LENGTH = 36;

  private Names() {}

  /** A UUID in its long form; empty where the text is none. */
  public static Optional<UUID> uuid(String text) {
    try {
      return text.length() == LENGTH ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
