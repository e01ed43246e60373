package org.breakwater.adapter.bridge;

import java.time.Duration;

/**
 * What a webhook is answered.
 *
 * @param words why, for who looks into the sender's log
 * @param retryAfter zero for none
 */
record Reply(int status, String words, Duration retryAfter) {
  Reply(int status, String words) {
    this(status, words, Duration.ZERO);
  }

  /** Send it again. */
  static Reply later(Unanswered why) {
    return new Reply(503, String.valueOf(why.getMessage()), why.retryAfter());
  }
}
