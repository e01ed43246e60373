package org.breakwater.engine.policy.text;

import java.util.regex.Pattern;

/**
 * Signal members that are words of CEL itself, such as {@code document.false}: CEL's grammar has no
 * place for them after a dot, so CEL sees them with a capital, which keeps every offset.
 */
final class CelWords {
  private static final Pattern AS_SIGNAL = Pattern.compile("(?<=[a-z_]\\.)(false|true|null|in)\\b");
  private static final Pattern AS_CEL = Pattern.compile("(?<=[a-z_]\\.)(False|True|Null|In)\\b");

  private CelWords() {}

  /** From the way policies write to the way CEL can read; of the same length. */
  static String escape(String text) {
    return AS_SIGNAL
        .matcher(text)
        .replaceAll(
            word -> Character.toUpperCase(word.group().charAt(0)) + word.group().substring(1));
  }

  /** The signal's own name. */
  static String unescape(String name) {
    return AS_CEL
        .matcher(name)
        .replaceAll(
            word -> Character.toLowerCase(word.group().charAt(0)) + word.group().substring(1));
  }
}
