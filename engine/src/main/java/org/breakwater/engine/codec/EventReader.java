package org.breakwater.engine.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.breakwater.engine.codec.EventJson.Read;
import org.breakwater.engine.content.Author;
import org.breakwater.engine.content.AuthorKind;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Context;
import org.breakwater.engine.content.Group;
import org.breakwater.engine.content.Surface;
import org.jspecify.annotations.Nullable;

/** The members of one event while its line is being read. */
final class EventReader {
  private static final String WHOLE = "event";
  private static final Map<String, Surface> SURFACES = byWord(Surface.values(), Surface::word);
  private static final Map<String, AuthorKind> KINDS =
      byWord(AuthorKind.values(), AuthorKind::word);

  private final JsonValues values;
  private final Set<Member> seen = EnumSet.noneOf(Member.class);
  private final Set<String> ignored = new LinkedHashSet<>(0);
  private final Map<String, Object> extras = new LinkedHashMap<>(0);

  private @Nullable String id;
  private int revision = 1;
  private @Nullable String text;
  private Surface surface = Surface.POST;
  private String lang = "";
  private String replyTo = "";
  private String quoted = "";
  private String title = "";
  private String description = "";
  private List<String> mediaText = List.of();
  private List<String> links = List.of();
  private boolean hasAuthor;
  private String authorId = "";
  private @Nullable AuthorKind authorKind;
  private boolean authorVerified;
  private @Nullable Instant authorCreatedAt;
  private boolean hasGroup;
  private String groupId = "";
  private String groupName = "";
  private String region = "";
  private @Nullable Instant createdAt;
  private long views;
  private boolean reportedByParticipant;
  private Map<String, String> attributes = Map.of();

  private EventReader(JsonValues values) {
    this.values = values;
  }

  private static <T> Map<String, T> byWord(T[] values, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    for (T value : values) words.put(word.apply(value), value);
    return Collections.unmodifiableMap(words);
  }

  static Read read(byte[] line) {
    EventReader reader;
    try {
      reader = new EventReader(JsonValues.of(line));
    } catch (IOException _) {
      return new Read.Rejected(List.of(new EventJson.Fault(WHOLE, "is not UTF-8")));
    }
    reader.whole();
    return reader.result();
  }

  private void whole() {
    try (var json = values.json()) {
      json.nextToken();
      if (!values.object(WHOLE)) {
        if (values.faults().isEmpty()) values.fault(WHOLE, "must be an object");
        return;
      }
      members("", Member.OF_EVENT);
      if (json.nextToken() != null) values.fault(WHOLE, "goes on after its closing brace");
    } catch (StreamConstraintsException _) {
      values.fault(
          WHOLE, "is nested deeper than " + EventJson.DEPTH_MAX + " or holds an endless number");
    } catch (JsonProcessingException e) {
      values.fault(WHOLE, syntax(e));
    } catch (IOException _) {
      values.fault(WHOLE, "is not UTF-8");
    }
  }

  private static String syntax(JsonProcessingException e) {
    int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    return "is not JSON at column %d: %s".formatted(column, e.getOriginalMessage());
  }

  private void members(String prefix, Map<String, Member> known) throws IOException {
    var json = values.json();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      Member member = known.get(name);
      if (member == null) unknown(prefix + name);
      else if (!seen.add(member)) twice(member.path());
      else if (token != JsonToken.VALUE_NULL) take(member);
    }
  }

  private void twice(String path) throws IOException {
    values.fault(path, "stands twice");
    values.json().skipChildren();
  }

  private void unknown(String path) throws IOException {
    if (!ignored.add(path)) {
      twice(path);
      return;
    }
    Object value = values.any(path);
    if (value != null) extras.put(path, value);
  }

  // One line a member, so that the contract can be read off it.
  private void take(Member member) throws IOException {
    String path = member.path();
    switch (member) {
      case ID -> id = values.text(path);
      case REVISION -> revision = (int) values.whole(path, 1, Integer.MAX_VALUE);
      case TEXT -> text = values.text(path);
      case SURFACE -> surface = or(values.word(path, SURFACES), surface);
      case LANG -> lang = values.textOrEmpty(path);
      case CONTEXT -> object(path, Member.OF_CONTEXT);
      case REPLY_TO -> replyTo = values.textOrEmpty(path);
      case QUOTED -> quoted = values.textOrEmpty(path);
      case TITLE -> title = values.textOrEmpty(path);
      case DESCRIPTION -> description = values.textOrEmpty(path);
      case MEDIA_TEXT -> mediaText = values.texts(path);
      case LINKS -> links = values.texts(path);
      case AUTHOR -> hasAuthor = object(path, Member.OF_AUTHOR);
      case AUTHOR_ID -> authorId = values.textOrEmpty(path);
      case AUTHOR_KIND -> authorKind = values.word(path, KINDS);
      case AUTHOR_VERIFIED -> authorVerified = values.flag(path);
      case AUTHOR_CREATED_AT -> authorCreatedAt = values.instant(path);
      case GROUP -> hasGroup = object(path, Member.OF_GROUP);
      case GROUP_ID -> groupId = values.textOrEmpty(path);
      case GROUP_NAME -> groupName = values.textOrEmpty(path);
      case REGION -> region = values.textOrEmpty(path);
      case CREATED_AT -> createdAt = values.instant(path);
      case VIEWS -> views = values.whole(path, 0, Long.MAX_VALUE);
      case REPORTED_BY_PARTICIPANT -> reportedByParticipant = values.flag(path);
      case ATTRIBUTES -> attributes = values.scalars(path);
    }
  }

  private boolean object(String path, Map<String, Member> known) throws IOException {
    if (!values.object(path)) return false;
    members(path + ".", known);
    return true;
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private Read result() {
    String readId = required("id", id);
    String readText = required("text", text);
    checkId(readId);
    return values.faults().isEmpty()
        ? new Read.Accepted(event(readId, readText), List.copyOf(ignored), extras)
        : new Read.Rejected(values.faults());
  }

  private String required(String path, @Nullable String value) {
    // After a fault of the line as a whole nobody knows what would have followed.
    boolean mayBeMissing = values.hasFault(path) || values.hasFault(WHOLE);
    if (value == null && !mayBeMissing) values.fault(path, "is required");
    return or(value, "");
  }

  private void checkId(String readId) {
    if (id == null) return;
    if (readId.isEmpty()) values.fault("id", "must not be empty");
    if (readId
        .codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
      values.fault("id", "holds half of a surrogate pair, which no UTF-8 answer could repeat");
  }

  private ContentEvent event(String readId, String readText) {
    return new ContentEvent(
        readId,
        revision,
        readText,
        surface,
        lang,
        new Context(replyTo, quoted, title, description),
        mediaText,
        links,
        hasAuthor ? new Author(authorId, authorKind, authorVerified, authorCreatedAt) : null,
        hasGroup ? new Group(groupId, groupName) : Group.NONE,
        region,
        createdAt,
        views,
        reportedByParticipant,
        attributes);
  }
}
