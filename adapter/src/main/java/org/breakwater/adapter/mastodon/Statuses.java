package org.breakwater.adapter.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.breakwater.adapter.bridge.Event;
import org.breakwater.adapter.bridge.Html;

/** Statuses as contents. */
final class Statuses {
  private static final Set<String> PUBLIC = Set.of("public", "unlisted");

  private Statuses() {}

  /** One that was published or edited; empty unless everybody can see it. */
  static List<Event> published(JsonNode status) {
    boolean isPublic = PUBLIC.contains(status.path("visibility").asText());
    return isPublic ? content(status, surface(status)).toList() : List.of();
  }

  /** Those in a report; what is not public counts as a message that a participant reported. */
  static List<Event> reported(JsonNode report) {
    return elements(report.path("statuses"))
        .flatMap(status -> reported(status, report.path("account")))
        .toList();
  }

  private static Stream<Event> reported(JsonNode status, JsonNode reporter) {
    if (PUBLIC.contains(status.path("visibility").asText()))
      return content(status, surface(status));
    return participates(reporter, status)
        ? content(status, "message").map(Event::reported)
        : Stream.empty();
  }

  /**
   * Whether who reports was told. Mastodon attaches only what they could see; to a direct status
   * they must be named, or, where their server speaks for them, somebody of it.
   */
  private static boolean participates(JsonNode reporter, JsonNode status) {
    String visibility = status.path("visibility").asText();
    if (visibility.equals("private")) return true;
    String domain = reporter.path("domain").asText("");
    return visibility.equals("direct")
        && elements(status.path("mentions"))
            .anyMatch(
                each ->
                    domain.isEmpty()
                        ? each.path("id").asText().equals(reporter.path("id").asText())
                        : each.path("acct").asText().endsWith("@" + domain));
  }

  private static String surface(JsonNode status) {
    return status.hasNonNull("in_reply_to_id") ? "comment" : "post";
  }

  private static Stream<Event> content(JsonNode status, String surface) {
    List<String> choices =
        texts(status.path("poll").path("options"), "title").map(each -> "– " + each).toList();
    Html words = Html.of(status.path("content").asText()).and(choices);
    List<String> shown = texts(status.path("media_attachments"), "description").toList();
    String title = status.path("spoiler_text").asText();
    boolean isRepeat = status.hasNonNull("reblog");
    boolean saysNothing = words.isBlank() && shown.isEmpty() && title.isBlank();
    if (isRepeat || saysNothing) return Stream.empty();
    String created = status.path("created_at").asText();
    int revision = Event.revision(created, status.path("edited_at").asText(created));
    JsonNode author = status.path("account");
    return Stream.of(
        Event.of(status.path("id").asText(), revision, surface, words)
            .titled(title)
            .in(status.path("language").asText(""))
            .by(author.path("id").asText(), author.path("created_at").asText())
            .at(created)
            .showing(shown));
  }

  private static Stream<String> texts(JsonNode list, String member) {
    return elements(list).map(each -> each.path(member).asText("")).filter(text -> !text.isBlank());
  }

  static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
