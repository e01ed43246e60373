package org.breakwater.adapter.discourse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.breakwater.adapter.bridge.Crossing;
import org.breakwater.adapter.bridge.Peer;

/**
 * A forum that answers as Discourse does: a first post cannot be deleted alone, what is deleted is
 * seen by moderators with who deleted it, and nobody is silenced or suspended twice.
 */
final class DiscoursePeer extends Peer {
  static final String USER = "breakwater";

  private final Map<String, ObjectNode> posts = new TreeMap<>();
  private final Map<String, ObjectNode> accounts = new TreeMap<>();

  /** A post of author 17 in topic 5. */
  void post(long id, int number) {
    posts.put(
        "" + id,
        JSON.createObjectNode()
            .put("id", id)
            .put("post_number", number)
            .put("topic_id", 5)
            .put("user_id", 17)
            .putNull("deleted_at"));
    accounts.put(
        "17",
        JSON.createObjectNode()
            .put("id", 17)
            .put("username", "marta")
            .put("email", "marta@example.org"));
  }

  /** As a moderator does it on the forum's pages. */
  synchronized void deletedBy(long id, String moderator) {
    deleted("" + id, moderator);
  }

  synchronized boolean isVisible(long id) {
    ObjectNode post = posts.get("" + id);
    return post != null && !post.hasNonNull("deleted_at");
  }

  synchronized void erase(long id) {
    posts.remove("" + id);
  }

  /** Such as `silenced`. */
  synchronized boolean is(String state) {
    return account().hasNonNull(state + "_till");
  }

  synchronized void set(String state, String moderator) {
    account().put(state + "_till", "3000-01-01T00:00:00Z");
    account().putObject(state + "_by").put("username", moderator);
  }

  private ObjectNode account() {
    return accounts.getOrDefault("17", JSON.createObjectNode());
  }

  @Override
  protected synchronized Answer answer(Request request) {
    if (!request.authorization().endsWith(Crossing.PLATFORM_KEY)) return Answer.of(403);
    String[] parts = request.path().replace(".json", "").split("/", -1);
    return switch (parts[1]) {
      case "session" -> session();
      case "posts" -> post(request, parts);
      case "t" -> topic(request, parts);
      case "admin" -> account(request, parts);
      default -> Answer.of(404);
    };
  }

  private static Answer session() {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("current_user").put("username", USER).put("moderator", true);
    return Answer.of(body);
  }

  private Answer post(Request request, String... parts) {
    ObjectNode post = posts.get(parts[2]);
    if (post == null) return Answer.of(404);
    boolean opens = post.path("post_number").asInt() == 1;
    if (request.method().equals("GET")) return Answer.of(post);
    if (opens) return Answer.of(403);
    return changed(request, parts[2], parts.length > 3 ? parts[3] : "");
  }

  private Answer topic(Request request, String... parts) {
    Optional<String> first =
        posts.values().stream()
            .filter(each -> each.path("topic_id").asText().equals(parts[2]))
            .filter(each -> each.path("post_number").asInt() == 1)
            .map(each -> each.path("id").asText())
            .findFirst();
    return first
        .map(id -> changed(request, id, parts.length > 3 ? parts[3] : ""))
        .orElseGet(() -> Answer.of(404));
  }

  private Answer changed(Request request, String id, String deed) {
    ObjectNode post = known(id);
    boolean isDeleted = post.hasNonNull("deleted_at");
    if (request.method().equals("DELETE") && !isDeleted) deleted(id, USER);
    else if (request.method().equals("PUT") && deed.equals("recover") && isDeleted)
      post.putNull("deleted_at").remove("deleted_by");
    else return Answer.of(403);
    return new Answer(200, "");
  }

  private ObjectNode known(String id) {
    return Objects.requireNonNull(posts.get(id), id);
  }

  private void deleted(String id, String moderator) {
    ObjectNode post = known(id);
    post.put("deleted_at", "2026-12-01T10:00:00.000Z");
    post.putObject("deleted_by").put("username", moderator);
  }

  private Answer account(Request request, String... parts) {
    ObjectNode account = accounts.get(parts[3]);
    if (account == null) return Answer.of(404);
    if (request.method().equals("GET")) return Answer.of(account);
    return switch (parts[4]) {
      case "silence" -> penalised(request, "silenced", "silenced_till");
      case "suspend" -> penalised(request, "suspended", "suspend_until");
      case "unsilence" -> freed("silenced");
      case "unsuspend" -> freed("suspended");
      default -> Answer.of(404);
    };
  }

  private Answer penalised(Request request, String state, String until) {
    Map<String, String> form = request.form();
    if (!form.containsKey(until) || form.getOrDefault("reason", "").isBlank())
      return Answer.of(400);
    if (is(state)) return Answer.of(409);
    set(state, USER);
    return Answer.of(200);
  }

  private Answer freed(String state) {
    account().putNull(state + "_till").putNull(state + "_by");
    return Answer.of(200);
  }
}
