package org.breakwater.cli;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.text.Span;

/**
 * One text of an event.
 *
 * @param path as evidence names it
 */
record Field(String path, String text) {
  private static final String TEXT = "text";

  /** All texts that are not empty, in the order of the contract. */
  static List<Field> of(ContentEvent event) {
    var fields = new ArrayList<Field>();
    fields.add(new Field(TEXT, event.text()));
    fields.add(new Field("context/replyTo", event.context().replyTo()));
    fields.add(new Field("context/quoted", event.context().quoted()));
    fields.add(new Field("context/title", event.context().title()));
    fields.add(new Field("context/description", event.context().description()));
    for (int i = 0; i < event.mediaText().size(); i++) {
      fields.add(new Field("mediaText/" + i, event.mediaText().get(i)));
    }
    return fields.stream().filter(field -> field.isText() || !field.text.isEmpty()).toList();
  }

  boolean isText() {
    return path.equals(TEXT);
  }

  /** Those of the spans that lie in this field. */
  List<Span> among(List<Span> spans) {
    return spans.stream().filter(span -> span.field().equals(path)).toList();
  }

  /** The words of a span, safe to show; empty when the event has no such field. */
  static String words(ContentEvent event, Span span) {
    return of(event).stream()
        .filter(field -> field.path.equals(span.field()))
        .map(field -> field.text.substring(span.start(), span.end()))
        .map(Screen::line)
        .findFirst()
        .orElse("");
  }
}
