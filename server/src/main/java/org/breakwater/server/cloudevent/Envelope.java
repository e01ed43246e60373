package org.breakwater.server.cloudevent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.vertx.core.MultiMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.server.Faults;

/** A CloudEvent taken apart, its attributes not looked at yet. */
final class Envelope {
  private static final String PREFIX = "ce-";
  private static final String DATA = "data";
  private static final String DATA_BASE64 = "data_base64";
  private static final byte[] NONE = {};

  /** One level more than a content event may have. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(EventJson.DEPTH_MAX + 1)
                  .maxDocumentLength(EventJson.LINE_BYTES_MAX)
                  .build())
          .build();

  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final Faults faults = new Faults();
  private byte[] data = NONE;
  private boolean whole;

  private Envelope() {}

  /** One whose attributes are headers. */
  static Envelope binary(MultiMap headers, byte[] body) {
    var envelope = new Envelope();
    for (Map.Entry<String, String> header : headers) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!name.startsWith(PREFIX)) continue;
      String attribute = name.substring(PREFIX.length());
      if (envelope.attributes.putIfAbsent(attribute, header.getValue()) != null)
        envelope.faults.add("header " + name, "stands twice");
    }
    String type = headers.get("Content-Type");
    if (type != null) envelope.attributes.put("datacontenttype", type);
    envelope.data = body;
    envelope.whole = true;
    return envelope;
  }

  /** One that is a JSON object as a whole. */
  static Envelope structured(byte[] body) {
    var envelope = new Envelope();
    try (JsonParser json = FACTORY.createParser(body)) {
      if (json.nextToken() == JsonToken.START_OBJECT) envelope.members(json, body);
      else envelope.faults.add("body", "must be a JSON object");
    } catch (JsonProcessingException e) {
      envelope.faults.add("body", "is not JSON: " + e.getOriginalMessage());
    } catch (IOException _) {
      envelope.faults.add("body", "is not UTF-8");
    }
    return envelope;
  }

  private void members(JsonParser json, byte[] body) throws IOException {
    Set<String> seen = new HashSet<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      if (!seen.add(name)) faults.add(name, "stands twice");
      if (name.equals(DATA)) data = value(json, body);
      else if (token.isStructStart()) skip(name, json);
      else if (name.equals(DATA_BASE64)) data = decoded(json.getText());
      else if (token != JsonToken.VALUE_NULL) attributes.put(name, json.getText());
    }
    if (json.nextToken() != null) faults.add("body", "goes on after its closing brace");
    if (seen.contains(DATA) && seen.contains(DATA_BASE64))
      faults.add(DATA_BASE64, "stands beside `data`");
    whole = true;
  }

  private byte[] value(JsonParser json, byte[] body) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) return NONE;
    long from = json.currentTokenLocation().getByteOffset();
    json.skipChildren();
    json.finishToken();
    long to = json.currentLocation().getByteOffset();
    // Of what is not UTF-8 there are no offsets in bytes.
    if (from >= 0) return Arrays.copyOfRange(body, (int) from, (int) to);
    faults.add("body", "is not UTF-8");
    return NONE;
  }

  private byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      faults.add(DATA_BASE64, "is not base64");
      return NONE;
    }
  }

  private void skip(String name, JsonParser json) throws IOException {
    json.skipChildren();
    faults.add(name, "must be text, a number, true or false");
  }

  /** Whether all of it could be read; else nobody knows what would have followed. */
  boolean isWhole() {
    return whole;
  }

  /** By name, as text; {@code datacontenttype} is the request's Content-Type in binary mode. */
  Map<String, String> attributes() {
    return attributes;
  }

  /** The bytes as they were sent; none where there are none. */
  byte[] data() {
    return data;
  }

  Faults faults() {
    return faults;
  }

  /** The data with a time as {@code createdAt}, where it says none itself. */
  byte[] dataCreatedAt(OffsetDateTime time) {
    try (JsonParser json = FACTORY.createParser(data)) {
      if (json.nextToken() != JsonToken.START_OBJECT) return data;
      int open = (int) json.currentTokenLocation().getByteOffset() + 1;
      boolean isEmpty = true;
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        if (name.equals("createdAt")) return data;
        isEmpty = false;
        json.nextToken();
        json.skipChildren();
      }
      String member = "\"createdAt\":\"%s\"%s".formatted(time.toInstant(), isEmpty ? "" : ",");
      var whole = new ByteArrayOutputStream(data.length + member.length());
      whole.write(data, 0, open);
      whole.writeBytes(member.getBytes(UTF_8));
      whole.write(data, open, data.length - open);
      return whole.toByteArray();
    } catch (IOException _) {
      // Whoever reads the content event says what is wrong with it.
      return data;
    }
  }
}
