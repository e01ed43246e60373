package org.breakwater.engine.content;

import java.util.OptionalDouble;

/**
 * What people have confirmed of the posts in a group; of a group or a page itself, of the posts in
 * it. Never who wrote them.
 */
public sealed interface GroupHistory {
  /** Nobody could say: it stands in no group, or what is known of groups was not at hand. */
  GroupHistory UNKNOWN = new Unknown();

  /** It was looked up, and there is nothing. */
  GroupHistory NONE = new Known(0, OptionalDouble.of(0));

  /** Not looked up. */
  record Unknown() implements GroupHistory {}

  /**
   * Looked up, over a number of days.
   *
   * @param confirmed prohibited posts that a person confirmed, 0 or more
   * @param share percent of its posts that these surely are at the least, 0 to 100; empty where the
   *     group has too few posts for a share
   */
  record Known(int confirmed, OptionalDouble share) implements GroupHistory {
    public Known {
      if (confirmed < 0) throw new IllegalArgumentException("a history counts from 0");
      if (share.isPresent() && !(share.getAsDouble() >= 0 && share.getAsDouble() <= 100))
        throw new IllegalArgumentException("no percentage: " + share.getAsDouble());
    }
  }
}
