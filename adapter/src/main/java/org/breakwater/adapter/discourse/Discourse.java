package org.breakwater.adapter.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breakwater.adapter.bridge.Api;
import org.breakwater.adapter.bridge.Carried;
import org.breakwater.adapter.bridge.Event;
import org.breakwater.adapter.bridge.Html;
import org.breakwater.adapter.bridge.Order;
import org.breakwater.adapter.bridge.Platform;

/** A Discourse forum, on which the adapter is a moderator. */
public final class Discourse implements Platform {
  private static final String EVENT = "X-Discourse-Event";
  private static final Set<String> PUBLISHED = Set.of("post_created", "post_edited");

  /**
   * Of the types of posts the one that people write; others are notes of the forum and whispers.
   */
  private static final int REGULAR = 1;

  private static final String PRIVATE = "private_message";

  private final Api api;
  private final String user;
  private final Posts posts;
  private final Accounts accounts;

  /**
   * On the forum at an address.
   *
   * @param user the moderator in whose name it acts
   */
  public Discourse(URI forum, String key, String user) {
    this.api = new Api("Discourse", forum, Map.of("Api-Key", key, "Api-Username", user));
    this.user = user;
    this.posts = new Posts(api, user);
    this.accounts = new Accounts(api, user);
  }

  @Override
  public String title() {
    return "Discourse";
  }

  @Override
  public String path() {
    return "discourse";
  }

  @Override
  public String signatureHeader() {
    return "X-Discourse-Event-Signature";
  }

  @Override
  public List<Event> contents(Announcement announcement) {
    String event = String.valueOf(announcement.headers().getFirst(EVENT));
    JsonNode post = announcement.body().path("post");
    return PUBLISHED.contains(event) && isPublic(post) ? contents(post) : List.of();
  }

  /** Also not by the forum's own users, whose ids are negative. */
  private static boolean isPublic(JsonNode post) {
    return post.path("post_type").asInt(REGULAR) == REGULAR
        && !post.path("topic_archetype").asText(PRIVATE).equals(PRIVATE)
        && !post.hasNonNull("deleted_at")
        && post.path("user_id").asLong() > 0;
  }

  private static List<Event> contents(JsonNode post) {
    Html words = Html.of(post.path("cooked").asText());
    boolean opens = post.path("post_number").asInt() == 1;
    String title = opens ? post.path("topic_title").asText() : "";
    if (words.isBlank() && title.isBlank()) return List.of();
    String created = post.path("created_at").asText();
    int revision = Event.revision(created, post.path("updated_at").asText());
    return List.of(
        Event.of(post.path("id").asText(), revision, opens ? "post" : "comment", words)
            .titled(title)
            .in(post.path("locale").asText(""))
            .by(post.path("user_id").asText(), "")
            .at(created));
  }

  @Override
  public Carried carry(Order order) {
    return switch (order.deed()) {
      case HIDE -> posts.hide(order.content());
      case SHOW -> posts.show(order.content());
      case REVIEW, RELEASE ->
          new Carried.NotDone("Discourse cannot keep one post from being recommended; it stays up");
      case LIMIT_REPLIES, FREE_REPLIES ->
          new Carried.NotDone("Discourse cannot say who may reply to one post");
      case MASK_CONTACTS, SHOW_CONTACTS ->
          new Carried.NotDone("Discourse cannot cover a part of a post");
      case STOP_PUBLISHING -> accounts.silence(order.content());
      case DISABLE_ACCOUNT -> accounts.suspend(order.content());
      case ENABLE_ACCOUNT -> accounts.giveBack(order.content());
    };
  }

  @Override
  public List<Finding> check() {
    Api.Answer answer = api.get("/session/current.json");
    JsonNode me = answer.body().path("current_user");
    boolean known = me.path("username").asText().equalsIgnoreCase(user);
    boolean moderates = me.path("moderator").asBoolean() || me.path("admin").asBoolean();
    return List.of(
        new Finding(known, known ? "Discourse takes the key" : "Discourse does not know the key"),
        new Finding(
            moderates,
            moderates ? "its user is a moderator" : "its user is no moderator of the forum"));
  }
}
