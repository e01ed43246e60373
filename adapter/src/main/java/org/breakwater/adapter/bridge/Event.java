package org.breakwater.adapter.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A content as Breakwater is asked about it. Of one revision it is the same bytes each time, for
 * that is how a repeat is known: it holds nothing that changes while the words do not.
 */
public final class Event {
  private final ObjectNode members;

  private Event(ObjectNode members) {
    this.members = members;
  }

  /**
   * Words somewhere.
   *
   * @param id the platform's own
   * @param surface a word of the contract, such as {@code post}
   */
  public static Event of(String id, int revision, String surface, Html words) {
    ObjectNode members = Json.object();
    members.put("id", id).put("revision", revision).put("surface", surface);
    members.put("text", words.text());
    if (!words.quoted().isEmpty()) members.putObject("context").put("quoted", words.quoted());
    words.links().forEach(members.withArray("links")::add);
    return new Event(members);
  }

  /**
   * Which revision a text is: 1 plus the seconds from its publication to its last change. Both
   * platforms say when, and neither counts every change.
   */
  public static int revision(String createdAt, String changedAt) {
    Optional<Instant> created = instant(createdAt);
    Optional<Instant> changed = instant(changedAt);
    if (created.isEmpty() || changed.isEmpty()) return 1;
    long seconds = Duration.between(created.get(), changed.get()).toSeconds();
    return 1 + Math.clamp(seconds, 0, Integer.MAX_VALUE - 1);
  }

  /** Its author by the platform's own id; since when, empty where it is not said. */
  public Event by(String author, String since) {
    members.putObject("author").put("id", author);
    instant(since).ifPresent(at -> members.withObject("author").put("createdAt", at.toString()));
    return this;
  }

  /** Its own title; empty for none. */
  public Event titled(String title) {
    if (!title.isBlank()) members.withObject("context").put("title", title);
    return this;
  }

  /** When it was published. */
  public Event at(String createdAt) {
    instant(createdAt).ifPresent(at -> members.put("createdAt", at.toString()));
    return this;
  }

  /** In which language its author says it is; empty where it is not said. */
  public Event in(String language) {
    String tag = Locale.forLanguageTag(language.replace('_', '-')).toLanguageTag();
    if (!tag.equals("und")) members.put("lang", tag);
    return this;
  }

  /** What its pictures say, in its author's words. */
  public Event showing(List<String> descriptions) {
    descriptions.forEach(members.withArray("mediaText")::add);
    return this;
  }

  /** That somebody in the conversation reported it. */
  public Event reported() {
    members.put("reportedByParticipant", true);
    return this;
  }

  /** The same under the name of its platform, which several can share one Breakwater by. */
  Event under(Names names) {
    ObjectNode named = members.deepCopy();
    named.put("id", names.of(named.path("id").asText()));
    if (named.has("author"))
      named.withObject("author").put("id", names.of(named.path("author").path("id").asText()));
    return new Event(named);
  }

  /** The same as a later revision. */
  Event next() {
    ObjectNode later = members.deepCopy();
    later.put("revision", Math.addExact(later.path("revision").asInt(), 1));
    return new Event(later);
  }

  /** One line of JSON. */
  public String json() {
    return members.toString();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
