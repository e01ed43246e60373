package org.breakwater.adapter.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.function.Consumer;

/** From the platform to Breakwater: what was published is decided before it is called taken. */
final class Intake {
  private final Platform platform;
  private final Signature signature;
  private final Breakwater breakwater;
  private final Names names;
  private final Consumer<String> log;

  Intake(Platform platform, Settings settings, Consumer<String> log) {
    this.platform = platform;
    this.signature = new Signature(settings.secrets().platformSecret());
    this.breakwater = new Breakwater(settings.breakwater(), settings.secrets().breakwaterKey());
    this.names = new Names(settings.name());
    this.log = log;
  }

  Reply take(Headers headers, byte[] body) {
    if (!signature.holds(headers.getFirst(platform.signatureHeader()), body))
      return new Reply(
          401, "the signature in %s does not hold".formatted(platform.signatureHeader()));
    JsonNode json = Json.tree(body);
    if (!json.isObject()) return new Reply(400, "the body is no JSON object");
    try {
      return decided(platform.contents(new Platform.Announcement(headers, json)));
    } catch (Unanswered unanswered) {
      log.accept("from %s: %s".formatted(platform.title(), unanswered.getMessage()));
      return Reply.later(unanswered);
    }
  }

  private Reply decided(List<Event> events) {
    for (Event event : events)
      if (breakwater.decide(event.under(names)) instanceof Breakwater.Answer.Refused(var member)) {
        String words = "Breakwater refused it for its member `%s`".formatted(member);
        log.accept("from %s: %s".formatted(platform.title(), words));
        return new Reply(422, words);
      }
    return new Reply(200, events.isEmpty() ? "nothing to decide" : "decided");
  }
}
