package org.breakwater.store.decision;

import org.breakwater.engine.policy.Action;

/** The one table of how each action happens. */
sealed interface Road {
  /** By a message to the platform. */
  record Told(Deed deed) implements Road {}

  /** Here, by nobody's leave: a queue, a copy. */
  record Inner() implements Road {}

  /** In the answer to the request alone; no row says that it was ordered. */
  record Answered() implements Road {}

  static Road of(Action action) {
    return switch (action) {
      case REMOVE_CONTENT, REFUSE_AD -> new Told(Deed.HIDE);
      case NO_AMPLIFICATION -> new Told(Deed.REVIEW);
      case LIMIT_REPLIES -> new Told(Deed.LIMIT_REPLIES);
      case MASK_CONTACTS -> new Told(Deed.MASK_CONTACTS);
      case DISABLE_ACCOUNT -> new Told(Deed.STOP_PUBLISHING);
      case PRESERVE, QUEUE_REVIEW, ESCALATE -> new Inner();
      case SEND_RESOURCES, LIMIT_SEARCH, SHOW_INTERSTITIAL -> new Answered();
    };
  }

  /** As above, where the author is not recorded: what only who asks is given must not show. */
  static Road ofUnrecorded(Action action) {
    return switch (action) {
      case LIMIT_REPLIES, MASK_CONTACTS, DISABLE_ACCOUNT -> new Answered();
      case REMOVE_CONTENT,
          REFUSE_AD,
          LIMIT_SEARCH,
          SHOW_INTERSTITIAL,
          SEND_RESOURCES,
          NO_AMPLIFICATION,
          QUEUE_REVIEW,
          ESCALATE,
          PRESERVE ->
          of(action);
    };
  }
}
