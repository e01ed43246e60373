package org.breakwater.server.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.breakwater.server.Json;
import org.breakwater.store.webhook.AttemptLog;
import org.breakwater.store.webhook.DeadLetter;
import org.breakwater.store.webhook.DeadLetters;
import org.breakwater.store.webhook.Endpoint;
import org.breakwater.store.webhook.Scheme;
import org.breakwater.store.webhook.SigningKey;
import org.jspecify.annotations.Nullable;

/** The members of what people and machines read about webhooks. */
final class WebhookJson {
  private WebhookJson() {}

  static Map<String, Object> endpoint(Endpoint endpoint) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("endpoint", endpoint.id().toString());
    members.put("url", endpoint.url());
    members.put("description", endpoint.description());
    members.put("schemes", new TreeSet<>(endpoint.schemes()).stream().map(Scheme::word).toList());
    members.put("format", endpoint.format().word());
    members.put("state", endpoint.state().word());
    members.put("why", endpoint.why());
    members.put("createdAt", endpoint.createdAt().toString());
    return members;
  }

  /** With secrets, which are shown this once. */
  static Map<String, Object> made(Endpoint endpoint, List<SigningKey> keys) {
    Map<String, Object> members = endpoint(endpoint);
    members.put("secrets", keys.stream().map(WebhookJson::key).toList());
    return members;
  }

  private static Map<String, Object> key(SigningKey key) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("scheme", key.scheme().word());
    members.put("secret", key.shown());
    return members;
  }

  static Map<String, Object> line(AttemptLog.Line line) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("message", line.id().isEmpty() ? Json.NULL : line.id());
    members.put("at", line.at().toString());
    members.put("status", orNull(line.status()));
    members.put("fault", orNull(line.fault()));
    members.put("ms", line.ms());
    return members;
  }

  private static Object orNull(@Nullable Object value) {
    return value == null ? Json.NULL : value;
  }

  static Map<String, Object> letter(DeadLetter letter) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("message", letter.id());
    members.put("endpoint", letter.endpoint().toString());
    members.put("deed", letter.deed());
    members.put("attempts", letter.attempts());
    members.put("why", letter.why());
    members.put("at", letter.endedAt().toString());
    return members;
  }

  static Map<String, Object> replayed(DeadLetters.Replayed replayed) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("replayed", replayed.replayed());
    members.put("overtaken", replayed.overtaken());
    members.put("closed", replayed.closed());
    return members;
  }

  /**
   * A page.
   *
   * @param next path of the next one; empty when this is the last
   */
  static String page(String name, List<Map<String, Object>> rows, String next) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(name, rows);
    members.put("next", next.isEmpty() ? Json.NULL : next);
    return Json.text(members);
  }
}
