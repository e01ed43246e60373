package org.breakwater.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.breakwater.server.demo.Sayings.Saying;

/**
 * The platform's own account of its posts and authors. It changes by what the server answers and by
 * its webhooks, and by nothing else. Safe for use by many threads.
 */
final class Platform {
  private final Map<String, Post> posts = new LinkedHashMap<>();
  private final Set<String> stopped = new HashSet<>();
  private final Set<String> delivered = new HashSet<>();

  /** What readers see of a post. */
  enum Shown {
    VISIBLE,
    HIDDEN,
    /** An ad that nobody sees before a person has looked. */
    WAITING,
    REFUSED
  }

  /**
   * A post as it is now.
   *
   * @param amplified whether it may be recommended and ranked
   * @param masked whether strangers see its contact details
   * @param quiet whether strangers may answer
   * @param helped whether its author was shown a card
   */
  record Post(
      String id,
      String author,
      Saying said,
      Shown shown,
      boolean amplified,
      boolean masked,
      boolean quiet,
      boolean helped) {

    /** What it is when nobody may see it. */
    private Shown unseen() {
      return shown == Shown.WAITING || shown == Shown.REFUSED ? Shown.REFUSED : Shown.HIDDEN;
    }

    private Post with(Shown now) {
      return new Post(id, author, said, now, amplified, masked, quiet, helped);
    }

    private Post amplified(boolean now) {
      return new Post(id, author, said, shown, now, masked, quiet, helped);
    }

    private Post masked(boolean now) {
      return new Post(id, author, said, shown, amplified, now, quiet, helped);
    }

    private Post quiet(boolean now) {
      return new Post(id, author, said, shown, amplified, masked, now, helped);
    }
  }

  /** Whether that account may publish nothing any more. */
  synchronized boolean isStopped(String author) {
    return stopped.contains(author);
  }

  synchronized Post post(String id) {
    Post post = posts.get(id);
    if (post == null) throw new IllegalArgumentException("no post " + id);
    return post;
  }

  synchronized Map<String, Post> posts() {
    return new LinkedHashMap<>(posts);
  }

  /** Messages that arrived, by their names; the same one twice counts once. */
  synchronized int messages() {
    return delivered.size();
  }

  /** Publishes a post as the server's answer says; an ad that is to be reviewed waits. */
  synchronized Post publish(
      String id, String author, boolean isAd, Saying said, JsonNode decision) {
    Set<String> actions = new HashSet<>();
    decision.path("actions").forEach(each -> actions.add(each.path("action").asText()));
    boolean waits = isAd && decision.path("outcome").asText().equals("review");
    Shown shown = waits ? Shown.WAITING : Shown.VISIBLE;
    if (actions.contains("remove_content")) shown = Shown.HIDDEN;
    if (actions.contains("refuse_ad")) shown = Shown.REFUSED;
    var post =
        new Post(
            id,
            author,
            said,
            shown,
            !actions.contains("no_amplification"),
            actions.contains("mask_contacts"),
            actions.contains("limit_replies"),
            actions.contains("send_resources"));
    posts.put(id, post);
    return post;
  }

  /**
   * Does what a webhook says.
   *
   * @param message its name, the same when it comes again
   */
  synchronized void told(String message, String content, String deed) {
    if (!delivered.add(message)) return;
    Post post = posts.get(content);
    if (post == null) return;
    switch (deed) {
      case "hide" -> posts.put(content, post.with(post.unseen()));
      case "show" -> posts.put(content, post.with(Shown.VISIBLE));
      case "review" -> posts.put(content, post.amplified(false));
      // What the review held back, it holds no more: an ad that waited is published.
      case "release" ->
          posts.put(
              content,
              post.shown() == Shown.WAITING
                  ? post.amplified(true).with(Shown.VISIBLE)
                  : post.amplified(true));
      case "limit_replies" -> posts.put(content, post.quiet(true));
      case "free_replies" -> posts.put(content, post.quiet(false));
      case "mask_contacts" -> posts.put(content, post.masked(true));
      case "show_contacts" -> posts.put(content, post.masked(false));
      case "stop_publishing", "disable_account" -> stopped.add(post.author());
      case "enable_account" -> stopped.remove(post.author());
      default -> {
        // A deed that this platform has no means for.
      }
    }
  }
}
