package org.breakwater.adapter.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.breakwater.engine.codec.EventJson;

/** Breakwater as its contract says: one body for each id and revision, and no other key. */
public final class BreakwaterPeer extends Peer {
  static final String KEY = "bw_test";

  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();

  /** What was decided, in order, each once. */
  public List<JsonNode> events() {
    return events;
  }

  @Override
  protected Answer answer(Request request) {
    if (!request.line().equals("POST /v1/decisions")) return Answer.of(404);
    if (!request.authorization().startsWith("Bearer " + KEY)) return Answer.of(401);
    return switch (EventJson.read(request.body())) {
      case EventJson.Read.Rejected(var faults) ->
          new Answer(
              400, JSON.createObjectNode().put("member", faults.getFirst().member()).toString());
      case EventJson.Read.Accepted accepted -> {
        assertThat(accepted.ignored()).as("members the contract does not know").isEmpty();
        String name = accepted.event().id() + " " + accepted.event().revision();
        yield decided(name, request.body());
      }
    };
  }

  private Answer decided(String name, String body) {
    String before = bodies.putIfAbsent(name, body);
    if (before != null && !before.equals(body))
      return new Answer(409, "{\"title\":\"other body\",\"member\":\"id\"}");
    if (before == null) events.add(tree(body));
    return new Answer(200, "{\"outcome\":\"allow_with_resources\",\"label\":\"solicit\"}");
  }

  private static JsonNode tree(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
