package org.breakwater.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Prints what {@code --json} asks for: maps, lists, records, words and numbers. */
final class Json {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** Whether a line that holds a JSON object has that member, with a value other than null. */
  static boolean hasMember(byte[] line, String name) {
    try {
      return MAPPER.readTree(line).hasNonNull(name);
    } catch (IOException e) {
      throw new IllegalArgumentException("not a JSON object", e);
    }
  }

  /** The members of an object that are texts, by name; empty where the line holds no object. */
  static Map<String, String> texts(String line) {
    try {
      var texts = new TreeMap<String, String>();
      MAPPER
          .readTree(line)
          .properties()
          .forEach(
              member -> {
                if (member.getValue().isTextual())
                  texts.put(member.getKey(), member.getValue().textValue());
              });
      return texts;
    } catch (IOException e) {
      return Map.of();
    }
  }

  /** Reads an object; empty when the bytes are none. */
  static Optional<JsonNode> object(byte[] bytes) {
    try {
      return Optional.ofNullable(MAPPER.readTree(bytes)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** One object on one line, members in the order of the map or record. */
  static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON value: " + value.getClass(), e);
    }
  }
}
