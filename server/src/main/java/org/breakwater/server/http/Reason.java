package org.breakwater.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Why a person does something, in their own words. */
final class Reason {
  private static final int LENGTH_MAX = 2_000;

  /** What one must be. */
  static final String RULE =
      "must be text of 1 to %d characters, none of them U+0000".formatted(LENGTH_MAX);

  private Reason() {}

  /** The member {@code reason}; empty when it is none. */
  static Optional<String> in(JsonNode body) {
    String reason = body.path("reason").asText("").strip();
    boolean writable = reason.indexOf('\0') < 0 && reason.length() <= LENGTH_MAX;
    return body.path("reason").isTextual() && !reason.isEmpty() && writable
        ? Optional.of(reason)
        : Optional.empty();
  }
}
