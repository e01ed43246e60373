package org.breakwater.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Why a person does something, in their words. */
final class ReasonText {
  private static final int MAX = 2_000;

  /** What is wrong with one that is not. */
  static final String FAULT =
      "must be text of 1 to %d characters, none of them U+0000".formatted(MAX);

  private ReasonText() {}

  /** The text without blanks around it; empty where it is none. */
  static Optional<String> of(JsonNode text) {
    String stripped = text.asText("").strip();
    boolean fits =
        text.isTextual()
            && !stripped.isEmpty()
            && stripped.length() <= MAX
            && stripped.indexOf('\0') < 0;
    return fits ? Optional.of(stripped) : Optional.empty();
  }
}
