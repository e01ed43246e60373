package org.breakwater.server.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.breakwater.server.Json;
import org.breakwater.store.merkle.LogKey;
import org.breakwater.store.webhook.Delivery;
import org.breakwater.store.webhook.Format;

/**
 * Writes messages in the form that an endpoint asked for.
 *
 * @param source where CloudEvents come from: the same for all servers on one log, at whatever
 *     address they are, so that a message sent again has the same bytes
 */
record Messages(URI source) {
  /**
   * A longer content id is no subject: it stands in the data, and would make a message of twice its
   * length, which could be too long to be sent.
   */
  private static final int SUBJECT_MAX = 1_000;

  private static final String TYPE = "org.breakwater.";

  /** Those of the log that this key signs. */
  static Messages of(LogKey key) {
    try {
      return new Messages(new URI("urn", "breakwater:log:" + key.verifyKey().name(), null));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("what is no URI is quoted", e);
    }
  }

  /** What an endpoint is told of a content, and nothing of why. */
  Message of(Delivery delivery, Format format) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("content", delivery.content());
    data.put("revision", delivery.revision());
    data.put("deed", delivery.deed());
    data.put("decision", delivery.decision().toString());
    delivery.belongsTo().ifPresent(action -> data.put("action", action.toString()));
    String type = "action." + delivery.deed();
    return switch (format) {
      case STANDARD -> Message.standard(delivery.id(), type, delivery.givenOutAt(), data);
      case CLOUDEVENTS -> {
        CloudEventBuilder event = event(delivery.id(), type, delivery.givenOutAt(), data);
        subject(delivery.content()).ifPresent(event::withSubject);
        yield Message.of(event.build());
      }
    };
  }

  /** One that orders nothing. */
  Message test(String id, Instant now, Format format) {
    return switch (format) {
      case STANDARD -> Message.standard(id, "test", now, Map.of());
      case CLOUDEVENTS -> Message.of(event(id, "test", now, Map.of()).build());
    };
  }

  private CloudEventBuilder event(String id, String type, Instant at, Map<String, Object> data) {
    return CloudEventBuilder.v1()
        .withId(id)
        .withSource(source)
        .withType(TYPE + type)
        .withTime(OffsetDateTime.ofInstant(at.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC))
        .withData("application/json", Json.text(data).getBytes(UTF_8));
  }

  /** The content, where its id is short and has only characters that CloudEvents allow in text. */
  private static Optional<String> subject(String content) {
    boolean isText =
        content
            .codePoints()
            .noneMatch(c -> Character.isISOControl(c) || (c & 0xfffe) == 0xfffe || isReserved(c));
    return isText && content.length() <= SUBJECT_MAX ? Optional.of(content) : Optional.empty();
  }

  private static boolean isReserved(int c) {
    return c >= 0xfdd0 && c <= 0xfdef;
  }
}
