package org.breakwater.engine.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.engine.codec.EventJson.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Takes typed values off a stream of JSON and collects what is wrong with them. Each method stands
 * on the first token of a value and leaves the stream on its last; {@code null} and a wrong type
 * give the value for "absent", the latter with a fault.
 */
final class JsonValues {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(EventJson.DEPTH_MAX)
                  .maxDocumentLength(EventJson.LINE_BYTES_MAX)
                  .build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final JsonParser json;
  private final List<Fault> faults = new ArrayList<>(0);

  private JsonValues(JsonParser json) {
    this.json = json;
  }

  static JsonValues of(byte[] line) throws IOException {
    return new JsonValues(FACTORY.createParser(line));
  }

  JsonParser json() {
    return json;
  }

  List<Fault> faults() {
    return faults;
  }

  void fault(String path, String reason) {
    faults.add(new Fault(path, reason));
  }

  boolean hasFault(String path) {
    return faults.stream().anyMatch(fault -> fault.member().equals(path));
  }

  @Nullable String text(String path) throws IOException {
    return is(JsonToken.VALUE_STRING, path, "text") ? json.getText() : null;
  }

  String textOrEmpty(String path) throws IOException {
    String text = text(path);
    return text == null ? "" : text;
  }

  boolean flag(String path) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_TRUE) return true;
    is(JsonToken.VALUE_FALSE, path, "true or false");
    return false;
  }

  /** A whole number from {@code min} to {@code max}; {@code min} when there is none. */
  long whole(String path, long min, long max) throws IOException {
    if (!is(JsonToken.VALUE_NUMBER_INT, path, "a whole number")) return min;
    boolean fits = json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    if (fits && json.getLongValue() >= min && json.getLongValue() <= max)
      return json.getLongValue();
    fault(path, "must lie in %d..%d, not `%s`".formatted(min, max, json.getText()));
    return min;
  }

  /** One of a fixed set of words. */
  <T> @Nullable T word(String path, Map<String, T> words) throws IOException {
    String word = text(path);
    if (word == null) return null;
    T meant = words.get(word);
    if (meant == null)
      fault(
          path, "`%s` is none of %s".formatted(shortened(word), String.join(", ", words.keySet())));
    return meant;
  }

  @Nullable Instant instant(String path) throws IOException {
    String text = text(path);
    if (text == null) return null;
    Optional<Instant> instant = Rfc3339.parse(text);
    if (instant.isPresent()) return instant.get();
    fault(
        path,
        "`%s` is no RFC 3339 time with offset, such as `2026-11-22T09:30:00Z`"
            .formatted(shortened(text)));
    return null;
  }

  List<String> texts(String path) throws IOException {
    if (!is(JsonToken.START_ARRAY, path, "an array of texts")) return List.of();
    List<String> texts = new ArrayList<>();
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      boolean isText = json.currentToken() == JsonToken.VALUE_STRING;
      if (isText) texts.add(json.getText());
      else wrongType(path + "/" + i, "text");
    }
    return texts;
  }

  /** An object whose members are texts, numbers, true or false, each as text. */
  Map<String, String> scalars(String path) throws IOException {
    if (!is(JsonToken.START_OBJECT, path, "an object")) return Map.of();
    Map<String, String> scalars = new LinkedHashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      String member = path + "." + name;
      if (token.isStructStart()) wrongType(member, "text, a number, true or false");
      else if (scalars.containsKey(name)) fault(member, "stands twice");
      else if (token != JsonToken.VALUE_NULL) scalars.put(name, json.getText());
    }
    return scalars;
  }

  /** Whether an object begins here. */
  boolean object(String path) throws IOException {
    return is(JsonToken.START_OBJECT, path, "an object");
  }

  /** Any value in plain Java; null for {@code null}. */
  @Nullable Object any(String path) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> anyObject(path);
      case START_ARRAY -> anyArray(path);
      case VALUE_STRING -> json.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT ->
          json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? json.getBigIntegerValue()
              : (Object) json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case null, default -> null;
    };
  }

  private Map<String, Object> anyObject(String path) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      String member = path + "." + name;
      Object value = any(member);
      if (value != null && members.putIfAbsent(name, value) != null) fault(member, "stands twice");
    }
    return members;
  }

  private List<Object> anyArray(String path) throws IOException {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      Object element = any(path + "/" + i);
      if (element != null) elements.add(element);
    }
    return elements;
  }

  private boolean is(JsonToken wanted, String path, String inWords) throws IOException {
    if (json.currentToken() == wanted) return true;
    if (json.currentToken() != JsonToken.VALUE_NULL) wrongType(path, inWords);
    return false;
  }

  private void wrongType(String path, String wanted) throws IOException {
    fault(path, "must be %s, not %s".formatted(wanted, kind(json.currentToken())));
    json.skipChildren();
  }

  private static String kind(@Nullable JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "text";
      case VALUE_NUMBER_INT -> "a number";
      case VALUE_NUMBER_FLOAT -> "a number with a fraction";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case null, default -> "null";
    };
  }

  private static String shortened(String input) {
    return input.length() <= 40 ? input : input.substring(0, 40) + "…";
  }
}
