package org.breakwater.server.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.breakwater.server.Json;
import org.breakwater.store.webhook.SigningKey;

/** What is sent: an id, and a body that is the same at each attempt. */
final class Message {
  /** The specification asks for less than 20 kB. */
  static final int BYTES_MAX = 20_000;

  private final String id;
  private final String contentType;
  private final byte[] body;

  private Message(String id, String contentType, byte[] body) {
    this.id = id;
    this.contentType = contentType;
    this.body = body;
  }

  /** JSON in UTF-8. */
  byte[] body() {
    return body;
  }

  /** One in the form of the Standard Webhooks specification. */
  static Message standard(String id, String type, Instant at, Map<String, Object> data) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", type);
    members.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
    members.put("data", data);
    return new Message(id, "application/json", Json.text(members).getBytes(UTF_8));
  }

  /** One that is a CloudEvent in structured mode. */
  static Message of(CloudEvent event) {
    var format = new JsonFormat();
    return new Message(event.getId(), format.serializedContentType(), format.serialize(event));
  }

  boolean isTooLong() {
    return body.length >= BYTES_MAX;
  }

  /** The headers of one attempt. */
  Map<String, String> headers(List<SigningKey> keys, Instant now) {
    long timestamp = now.getEpochSecond();
    String signatures =
        keys.stream()
            .map(key -> key.signature(id, timestamp, body))
            .collect(Collectors.joining(" "));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    headers.put("User-Agent", "Breakwater");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(timestamp));
    headers.put("webhook-signature", signatures);
    return headers;
  }
}
