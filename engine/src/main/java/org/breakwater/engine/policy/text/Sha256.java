package org.breakwater.engine.policy.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** SHA-256 of bytes, and of facts written as canonical JSON (RFC 8785). */
final class Sha256 {
  static final String PREFIX = "sha256:";

  private Sha256() {}

  static String hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** The prefixed hash of an object with text members; an empty text stands for null. */
  static String ofObject(SortedMap<String, String> members) {
    return PREFIX + hex(canonicalJson(members).getBytes(StandardCharsets.UTF_8));
  }

  // A SortedMap of strings has RFC 8785's order already: by UTF-16 code units.
  static String canonicalJson(SortedMap<String, String> members) {
    return members.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ":" + valueOf(member))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String valueOf(Map.Entry<String, String> member) {
    return member.getValue().isEmpty() ? "null" : quoted(member.getValue());
  }

  private static String quoted(String text) {
    var json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append(c < 0x20 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return json.append('"').toString();
  }
}
