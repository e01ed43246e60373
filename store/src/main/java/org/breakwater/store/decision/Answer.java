package org.breakwater.store.decision;

import java.time.Duration;

/** What became of a draft. */
public sealed interface Answer {
  /** In the log, on the disk. */
  record Logged(Place place) implements Answer {}

  /**
   * The same request was answered before.
   *
   * @param policies the JSON array of the rules it was decided under then
   */
  record Repeated(Place place, String policies) implements Answer {}

  /** The same request was answered before, with another body. */
  record Conflict() implements Answer {}

  /**
   * Not in the log, because what the act is about does not allow it any more.
   *
   * @param why lower case, for whoever acts
   */
  record Refused(String why) implements Answer {}

  /**
   * Not in the log as far as we know, so not to be acknowledged; the same request may be sent
   * again.
   *
   * @param why lower case, for the operator of the platform
   */
  record Unavailable(String why, Duration retryAfter) implements Answer {}
}
