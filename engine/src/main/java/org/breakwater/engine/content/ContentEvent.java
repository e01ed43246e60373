package org.breakwater.engine.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One piece of content at one revision, as the platform sent it.
 *
 * @param id the platform's name for the content; never empty
 * @param revision counts edits from 1
 * @param text what was written; on a group, page or profile its name; on a search the query
 * @param lang BCP 47 tag as stated by the platform; empty when it did not say
 * @param mediaText text read from images, speech or video, in order
 * @param links addresses attached to the content
 * @param author absent when the platform did not say
 * @param region ISO 3166-1 alpha-2 country of the author or searcher; empty when not said
 * @param createdAt when it was published; absent when not said
 * @param views times shown so far, 0 or more
 * @param reportedByParticipant for a private message: whether someone in the conversation reported
 *     it
 * @param attributes scalar members of the platform's own, as text, sorted by name
 */
// @Nullable outside an adapter: see Author.
public record ContentEvent(
    String id,
    int revision,
    String text,
    Surface surface,
    String lang,
    Context context,
    List<String> mediaText,
    List<String> links,
    @Nullable Author author,
    Group group,
    String region,
    @Nullable Instant createdAt,
    long views,
    boolean reportedByParticipant,
    Map<String, String> attributes) {

  public ContentEvent {
    if (id.isEmpty()) throw new IllegalArgumentException("id is empty");
    if (revision < 1) throw new IllegalArgumentException("revision < 1: " + revision);
    if (views < 0) throw new IllegalArgumentException("views < 0: " + views);
    mediaText = List.copyOf(mediaText);
    links = List.copyOf(links);
    attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** A public post of which nothing but the words is known. */
  public static ContentEvent post(String id, String text) {
    return of(id, text, Surface.POST, "");
  }

  /** Content of which only words, surface and language are known. */
  public static ContentEvent of(String id, String text, Surface surface, String lang) {
    return new ContentEvent(
        id,
        1,
        text,
        surface,
        lang,
        Context.NONE,
        List.of(),
        List.of(),
        null,
        Group.NONE,
        "",
        null,
        0,
        false,
        Map.of());
  }

  /** Everything that was said: the text, and what was read from its media, a line each. */
  public String words() {
    if (mediaText.isEmpty()) return text;
    return text + '\n' + String.join("\n", mediaText);
  }

  /** The same content, told to come from a region. */
  public ContentEvent withRegion(String other) {
    return new ContentEvent(
        id,
        revision,
        text,
        surface,
        lang,
        context,
        mediaText,
        links,
        author,
        group,
        other,
        createdAt,
        views,
        reportedByParticipant,
        attributes);
  }

  /** The same content with other words. */
  public ContentEvent withText(String other) {
    return new ContentEvent(
        id,
        revision,
        other,
        surface,
        lang,
        context,
        mediaText,
        links,
        author,
        group,
        region,
        createdAt,
        views,
        reportedByParticipant,
        attributes);
  }
}
