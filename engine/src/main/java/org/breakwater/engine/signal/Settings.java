package org.breakwater.engine.signal;

import java.time.Duration;
import java.time.Instant;
import org.breakwater.engine.content.Author;
import org.breakwater.engine.content.AuthorKind;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the event itself: surface, author, whether a message may be judged. */
final class Settings {
  private static final int SURFACE = SignalCatalog.STANDARD.slot("surface");
  private static final int KIND = SignalCatalog.STANDARD.slot("author.kind");
  private static final int VERIFIED = SignalCatalog.STANDARD.slot("author.verified");
  private static final int AGE = SignalCatalog.STANDARD.slot("author.age");
  private static final int MESSAGE_SCOPE = SignalCatalog.STANDARD.slot("message.scope");

  private Settings() {}

  static void observe(ContentEvent event, Instant at, Observed observed) {
    observed.set(SURFACE, event.surface().word());
    observed.set(MESSAGE_SCOPE, messageScope(event));
    author(event.author(), at, observed);
  }

  private static Truth messageScope(ContentEvent event) {
    if (event.surface() != Surface.MESSAGE) return Truth.FALSE;
    return event.reportedByParticipant() ? Truth.TRUE : Truth.UNKNOWN;
  }

  private static void author(@Nullable Author author, Instant at, Observed observed) {
    if (author == null) {
      observed.set(VERIFIED, Truth.UNKNOWN);
      return;
    }
    observed.set(VERIFIED, Truth.of(author.verified()));
    AuthorKind kind = author.kind();
    if (kind != null) observed.set(KIND, kind.word());
    Instant opened = author.createdAt();
    if (opened != null) {
      observed.set(AGE, (double) Math.max(0, Duration.between(opened, at).toDays()));
    }
  }
}
