package org.breakwater.server.http;

import java.util.Optional;
import org.breakwater.engine.content.Author;
import org.breakwater.engine.content.AuthorKind;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.store.decision.Advertiser;
import org.breakwater.store.decision.Counted;
import org.breakwater.store.decision.GroupName;
import org.breakwater.store.decision.LogSecrets;
import org.jspecify.annotations.Nullable;

/** Says in which figures an event counts. */
final class Counting {
  private Counting() {}

  static Counted of(ContentEvent event, LogSecrets secrets) {
    boolean isAd = event.surface() == Surface.AD;
    boolean isInGroup = isPost(event.surface()) && !event.group().id().isEmpty();
    if (!isAd && !isInGroup) return Counted.NOTHING;
    return new Counted(
        isAd ? Optional.of(advertiser(event.author())) : Optional.empty(),
        isInGroup ? Optional.of(GroupName.of(secrets, event.group().id())) : Optional.empty());
  }

  /** Whether it is posted in a group for those in it to see. */
  private static boolean isPost(Surface surface) {
    return switch (surface) {
      case POST, COMMENT, AD, JOB, LIVE, LINK, EVENT -> true;
      case MESSAGE, GROUP, PAGE, PROFILE, SEARCH -> false;
    };
  }

  private static Advertiser advertiser(@Nullable Author author) {
    AuthorKind kind = author == null ? null : author.kind();
    return author == null || kind == null
        ? new Advertiser(Advertiser.UNKNOWN, false)
        : new Advertiser(kind.word(), author.verified());
  }
}
