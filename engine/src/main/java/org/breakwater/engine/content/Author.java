package org.breakwater.engine.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who published the content, as far as the platform says.
 *
 * @param id the platform's name for the account; empty when it was not given
 * @param kind absent when the platform did not say
 * @param verified whether the platform has checked {@code kind}
 * @param createdAt when the account was opened; absent when the platform did not say
 */
// @Nullable outside an adapter: absence is a fact of the event that makes a signal unknown, and a
// sentinel instant or kind could be mistaken for a real one (design.md §3, Kleene logic).
public record Author(
    String id, @Nullable AuthorKind kind, boolean verified, @Nullable Instant createdAt) {

  /** Whether the platform has verified that the author is of this kind. */
  public boolean isVerified(AuthorKind wanted) {
    return verified && kind == wanted;
  }
}
