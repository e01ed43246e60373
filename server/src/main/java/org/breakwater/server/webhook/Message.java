package org.breakwater.server.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.breakwater.server.Json;
import org.breakwater.store.webhook.Delivery;
import org.breakwater.store.webhook.SigningKey;

/** What is sent: an id, and a body that is the same at each attempt. */
final class Message {
  /** The specification asks for less than 20 kB. */
  static final int BYTES_MAX = 20_000;

  private final String id;
  private final byte[] body;

  private Message(String id, byte[] body) {
    this.id = id;
    this.body = body;
  }

  /** JSON in UTF-8. */
  byte[] body() {
    return body;
  }

  /** What an endpoint is told of a content, and nothing of why. */
  static Message of(Delivery delivery) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("content", delivery.content());
    data.put("revision", delivery.revision());
    data.put("deed", delivery.deed());
    data.put("decision", delivery.decision().toString());
    delivery.belongsTo().ifPresent(action -> data.put("action", action.toString()));
    return of(delivery.id(), "action." + delivery.deed(), delivery.givenOutAt(), data);
  }

  /** One that orders nothing. */
  static Message test(String id, Instant now) {
    return of(id, "test", now, Map.of());
  }

  private static Message of(String id, String type, Instant at, Map<String, Object> data) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", type);
    members.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
    members.put("data", data);
    return new Message(id, Json.text(members).getBytes(UTF_8));
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
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Breakwater");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(timestamp));
    headers.put("webhook-signature", signatures);
    return headers;
  }
}
