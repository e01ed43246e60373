package org.breakwater.adapter.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.breakwater.adapter.bridge.Api;
import org.breakwater.adapter.bridge.Carried;

/**
 * Posts that are taken out of sight and brought back.
 *
 * <p>Discourse hides a post only as the outcome of a flag, which accuses its author in a message of
 * its own, cannot be set twice, and ends when the author edits. Deleting is soft, says nothing to
 * anybody and is undone by one call. A first post goes with its topic: Discourse refuses to delete
 * it alone (RFD 14).
 */
final class Posts {
  private final Api api;
  private final String user;

  Posts(Api api, String user) {
    this.api = api;
    this.user = user;
  }

  Carried hide(String post) {
    Api.Answer found = api.get("/posts/%s.json".formatted(post));
    if (found.isGone()) return new Carried.NotDone("the post is gone already");
    if (found.body().hasNonNull("deleted_at")) return new Carried.Done("it was deleted before");
    Api.Answer deleted = api.send("DELETE", path(post, found.body()) + ".json", Map.of());
    return new Carried.Done(deleted.isGone() ? "it was deleted meanwhile" : "deleted");
  }

  Carried show(String post) {
    Api.Answer found = api.get("/posts/%s.json".formatted(post));
    if (found.isGone()) return new Carried.NotDone("the post is gone for good");
    JsonNode body = found.body();
    if (!body.hasNonNull("deleted_at")) return new Carried.Done("it is in its place");
    if (!body.path("deleted_by").path("username").asText().equalsIgnoreCase(user))
      return new Carried.NotDone("a moderator deleted it by hand");
    Api.Answer recovered = api.send("PUT", path(post, body) + "/recover.json", Map.of());
    return recovered.isGone()
        ? new Carried.NotDone("the post is gone for good")
        : new Carried.Done("recovered");
  }

  /** The post, or its topic where it opens one. */
  private static String path(String post, JsonNode body) {
    boolean opens = body.path("post_number").asInt() == 1;
    return opens ? "/t/%d".formatted(body.path("topic_id").asLong()) : "/posts/" + post;
  }
}
