package org.breakwater.cli;

import java.util.List;
import java.util.Optional;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;

/** Reads a line as a post: JSON, or plain text. Used by many threads at once. */
final class PostReader {
  private static final String NOT_UTF8 = "event: not UTF-8";
  private static final String TOO_LONG = "event: longer than %d bytes".formatted(Line.BYTES_MAX);

  private final boolean plainText;
  private final PostOptions options;

  PostReader(boolean plainText, PostOptions options) {
    this.plainText = plainText;
    this.options = options;
  }

  /** What a line holds. */
  sealed interface Read {}

  /**
   * A post.
   *
   * @param ignored members the contract does not know
   */
  record Accepted(ContentEvent event, List<String> ignored) implements Read {}

  /**
   * No post.
   *
   * @param faults each as {@code member: reason}
   */
  record Refused(List<String> faults) implements Read {}

  /** Nothing. */
  record Blank() implements Read {}

  Read read(Line line) {
    return switch (line) {
      case Line.TooLong _ -> new Refused(List.of(TOO_LONG));
      case Line.Whole whole -> {
        Optional<String> text = whole.text();
        if (text.isEmpty()) yield new Refused(List.of(NOT_UTF8));
        if (text.get().isBlank()) yield new Blank();
        yield plainText ? plain(whole, text.get()) : json(whole);
      }
    };
  }

  private Read plain(Line line, String text) {
    String file = line.file().substring(line.file().lastIndexOf('/') + 1);
    String id = file + ":" + line.number();
    var event = ContentEvent.of(id, text, options.surface(), options.lang());
    return new Accepted(event, List.of());
  }

  private Read json(Line.Whole line) {
    return switch (EventJson.read(line.bytes())) {
      case EventJson.Read.Accepted(var event, var ignored, _) ->
          new Accepted(completed(event, line), ignored);
      case EventJson.Read.Rejected(var faults) ->
          new Refused(faults.stream().map(EventJson.Fault::toString).toList());
    };
  }

  private ContentEvent completed(ContentEvent event, Line.Whole line) {
    Surface surface = statesSurface(event, line) ? event.surface() : options.surface();
    String lang = event.lang().isEmpty() ? options.lang() : event.lang();
    boolean complete = surface == event.surface() && lang.equals(event.lang());
    return complete ? event : with(event, surface, lang);
  }

  // A post that says `post` and one that says nothing are equal events; the line is looked at again
  // only where that makes a difference.
  private boolean statesSurface(ContentEvent event, Line.Whole line) {
    return event.surface() != Surface.POST
        || options.surface() == Surface.POST
        || Json.hasMember(line.bytes(), "surface");
  }

  private static ContentEvent with(ContentEvent event, Surface surface, String lang) {
    return new ContentEvent(
        event.id(),
        event.revision(),
        event.text(),
        surface,
        lang,
        event.context(),
        event.mediaText(),
        event.links(),
        event.author(),
        event.group(),
        event.region(),
        event.createdAt(),
        event.views(),
        event.reportedByParticipant(),
        event.attributes());
  }
}
