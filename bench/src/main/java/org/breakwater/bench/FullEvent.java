package org.breakwater.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Wraps a text in an event with every member a platform sends, so that the floor is a fair one. */
final class FullEvent {
  /** The least that an event has; where text and members are shorter, an attribute fills up. */
  static final int BYTES_MIN = 350;

  private static final JsonMapper JSON = new JsonMapper();

  private FullEvent() {}

  /**
   * The event's JSON as UTF-8: all members of the contract, 350 to about 450 bytes around a post of
   * ordinary length, more around a longer one.
   *
   * @param lang empty where it is not known
   */
  static byte[] of(int number, String text, String surface, String lang) {
    byte[] bare = json(number, text, surface, lang, "");
    int missing = Math.max(0, BYTES_MIN - bare.length);
    return missing == 0 ? bare : json(number, text, surface, lang, "x".repeat(missing));
  }

  private static byte[] json(int number, String text, String surface, String lang, String filler) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", "p%06d".formatted(number));
    event.put("revision", 1);
    event.put("text", text);
    event.put("surface", surface);
    event.put("lang", lang);
    event.put("mediaText", List.of());
    event.put("links", List.of());
    event.put(
        "author",
        Map.of(
            "id",
            "a" + number,
            "kind",
            "person",
            "verified",
            false,
            "createdAt",
            "2019-03-01T08:00:00Z"));
    event.put("group", Map.of("id", "g1", "name", ""));
    event.put("region", "US");
    event.put("createdAt", "2022-03-01T08:00:00Z");
    event.put("views", 17);
    event.put("reportedByParticipant", true);
    event.put("attributes", Map.of("client", filler));
    return bytes(event);
  }

  private static byte[] bytes(Map<String, Object> event) {
    try {
      return JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event of our own cannot be written", e);
    }
  }
}
