package org.breakwater.server.http;

import org.breakwater.server.Problem;
import org.breakwater.store.decision.Place;

/** What the platform is told. */
sealed interface Reply {
  /** On the disk. */
  record Decided(String json, Place place) implements Reply {}

  /** Not decided, or not known to be. */
  record Refused(Problem problem) implements Reply {}
}
