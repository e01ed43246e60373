package org.breakwater.adapter.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.Headers;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.function.Consumer;

/** From Breakwater to the platform: a deed is called done when the platform has said so. */
final class Delivery {
  private final Platform platform;
  private final Webhook webhook;
  private final Names names;
  private final Lanes lanes = new Lanes();
  private final Consumer<String> log;

  Delivery(Platform platform, Settings settings, Consumer<String> log) {
    this.platform = platform;
    this.webhook = new Webhook(settings.secrets().breakwaterSecret());
    this.names = new Names(settings.name());
    this.log = log;
  }

  Reply take(Headers headers, byte[] body) {
    try {
      webhook.verify(new String(body, UTF_8), HttpHeaders.of(headers, (_, _) -> true));
    } catch (WebhookVerificationException _) {
      return new Reply(401, "the signature does not hold, or is older than five minutes");
    }
    JsonNode message = Json.tree(body);
    if (message.path("type").asText().equals("test")) return new Reply(200, "a test; nothing done");
    JsonNode data = message.path("data");
    String word = data.path("deed").asText();
    String id = headers.getFirst("webhook-id");
    Optional<Deed> deed = Lanes.isNumbered(id) ? Deed.named(word) : Optional.empty();
    // Not 2xx: a deed of a newer Breakwater must come back as a dead letter, not be passed over.
    if (deed.isEmpty()) return new Reply(501, "this adapter does not know that kind of message");
    Optional<String> own = names.own(data.path("content").asText());
    if (own.isEmpty()) return new Reply(200, "a content of another platform; nothing done");
    return carry(new Order(id, deed.get(), own.get()));
  }

  private Reply carry(Order order) {
    try {
      return switch (lanes.inOrder(order, () -> platform.carry(order))) {
        case Carried.Done(var how) -> new Reply(200, how);
        case Carried.NotDone(var why) -> {
          log.accept("%s, %s: not done: %s".formatted(order.message(), order.deed().word(), why));
          yield new Reply(200, "not done: " + why);
        }
      };
    } catch (Unanswered unanswered) {
      log.accept(
          "%s, %s: %s".formatted(order.message(), order.deed().word(), unanswered.getMessage()));
      return Reply.later(unanswered);
    }
  }
}
