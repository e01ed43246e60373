package org.breakwater.engine.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes JSON on one line, members in the order of the calls, the same bytes everywhere. */
final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /** Writes one value. */
  @FunctionalInterface
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  static String of(Body body) {
    var text = new StringWriter(512);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return text.toString();
  }

  static void words(JsonGenerator json, String member, List<String> words) throws IOException {
    json.writeArrayFieldStart(member);
    for (String word : words) json.writeString(word);
    json.writeEndArray();
  }
}
