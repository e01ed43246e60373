package org.breakwater.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as Jackson binds it to a record, and nothing more: no check, times left as text. The
 * floor that a decision is measured against.
 */
record EventRecord(
    String id,
    int revision,
    String text,
    String surface,
    @Nullable String lang,
    @Nullable ContextRecord context,
    @Nullable List<String> mediaText,
    @Nullable List<String> links,
    @Nullable AuthorRecord author,
    @Nullable GroupRecord group,
    @Nullable String region,
    @Nullable String createdAt,
    long views,
    boolean reportedByParticipant,
    @Nullable Map<String, String> attributes) {

  private static final ObjectReader READER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(EventRecord.class);

  record ContextRecord(String replyTo, String quoted, String title, String description) {}

  record AuthorRecord(String id, String kind, boolean verified, String createdAt) {}

  record GroupRecord(String id, String name) {}

  static EventRecord parse(byte[] json) {
    try {
      return READER.readValue(json);
    } catch (IOException e) {
      throw new UncheckedIOException("an event of our own is no JSON", e);
    }
  }
}
