package org.breakwater.adapter.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;

/** Breakwater, as a platform asks it. */
final class Breakwater {
  /** How many texts of one content within a second are told apart. */
  private static final int REVISIONS_MAX = 5;

  private final Http http = new Http("Breakwater", InstantSource.system());
  private final URI decisions;
  private final String key;

  Breakwater(URI base, String key) {
    this.decisions = URI.create(base.toString().replaceFirst("/+$", "") + "/v1/decisions");
    this.key = key;
  }

  /** What it said of a content. */
  sealed interface Answer {
    /**
     * It is decided, and the decision on disk. What it says is not read: orders come by webhook.
     */
    record Decided() implements Answer {}

    /**
     * It is no content to Breakwater.
     *
     * @param member which member of it is wrong
     */
    record Refused(String member) implements Answer {}
  }

  /** Has a content decided; throws {@link Unanswered} where that has to be tried again. */
  Answer decide(Event event) {
    Event next = event;
    for (int i = 0; i < REVISIONS_MAX; i++) {
      HttpResponse<byte[]> response = post(next.json());
      JsonNode problem = Json.tree(response.body());
      switch (response.statusCode()) {
        case 200, 201 -> {
          return new Answer.Decided();
        }
        case 400, 413 -> {
          return new Answer.Refused(problem.path("member").asText("event"));
        }
        case 409 -> {
          // Decided once, under rules that are gone: what is asked for here is done.
          if (!problem.path("title").asText().equals("other body")) return new Answer.Decided();
          next = next.next();
        }
        default -> throw http.later(response);
      }
    }
    return new Answer.Refused("revision");
  }

  /** What a request that decides nothing says of address and key. */
  Platform.Finding check() {
    try {
      int status = post("{}").statusCode();
      return switch (status) {
        case 400 -> new Platform.Finding(true, "Breakwater takes the key");
        case 401 -> new Platform.Finding(false, "Breakwater does not know the key");
        case 403 -> new Platform.Finding(false, "the key lacks the scope `decide` at Breakwater");
        default -> new Platform.Finding(false, "Breakwater answered " + status);
      };
    } catch (Unanswered unanswered) {
      return new Platform.Finding(false, String.valueOf(unanswered.getMessage()));
    }
  }

  private HttpResponse<byte[]> post(String json) {
    return http.send(
        HttpRequest.newBuilder(decisions)
            .setHeader("Authorization", "Bearer " + key)
            .setHeader("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }
}
