package org.breakwater.server.http;

import java.util.Optional;
import org.breakwater.engine.content.Author;
import org.breakwater.engine.content.AuthorKind;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.store.decision.Advertiser;
import org.breakwater.store.decision.Counted;
import org.jspecify.annotations.Nullable;

/** Says in which figures an event counts. */
final class Counting {
  private Counting() {}

  static Counted of(ContentEvent event) {
    return event.surface() == Surface.AD
        ? new Counted(Optional.of(advertiser(event.author())))
        : Counted.NOTHING;
  }

  private static Advertiser advertiser(@Nullable Author author) {
    AuthorKind kind = author == null ? null : author.kind();
    return author == null || kind == null
        ? new Advertiser(Advertiser.UNKNOWN, false)
        : new Advertiser(kind.word(), author.verified());
  }
}
