package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.Folding;

/**
 * An event with its texts folded once, for observers of any number of lexicons.
 *
 * @param own the author's own words: text, title, description, media text
 * @param others other people's words: what is answered, what is shared
 */
public record Reading(ContentEvent event, List<FoldedText> own, List<FoldedText> others) {

  public static Reading of(ContentEvent event) {
    var own = new ArrayList<FoldedText>(1);
    own.add(Folding.fold("text", event.text()));
    add(own, "context/title", event.context().title());
    add(own, "context/description", event.context().description());
    for (int i = 0; i < event.mediaText().size(); i++) {
      add(own, "mediaText/" + i, event.mediaText().get(i));
    }
    var others = new ArrayList<FoldedText>(0);
    add(others, "context/replyTo", event.context().replyTo());
    add(others, "context/quoted", event.context().quoted());
    return new Reading(event, own, others);
  }

  /** One folded text as a post for itself. */
  static Reading alone(FoldedText text) {
    var event = ContentEvent.of(text.field(), text.original(), Surface.POST, "");
    return new Reading(event, List.of(text), List.of());
  }

  private static void add(List<FoldedText> texts, String field, String text) {
    if (!text.isEmpty()) texts.add(Folding.fold(field, text));
  }
}
