package org.breakwater.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

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

  /** One object on one line, members in the order of the map or record. */
  static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON value: " + value.getClass(), e);
    }
  }
}
