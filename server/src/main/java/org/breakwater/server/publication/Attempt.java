package org.breakwater.server.publication;

import org.breakwater.server.Problem;

/** What became of a wish to publish. */
public sealed interface Attempt {
  /** In the log, as it is now. */
  record Done(Publication publication) implements Attempt {}

  record Refused(Problem problem) implements Attempt {}
}
