package org.breakwater.store.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * One attempt that was made.
 *
 * @param ms that it took
 */
public record Attempted(Delivery delivery, Instant at, Result result, long ms) {

  /** Whether the receiver took it. */
  public boolean arrived() {
    return result instanceof Result.Answered answered && answered.isSuccess();
  }

  /** How it ended. */
  public sealed interface Result {
    /**
     * The receiver answered.
     *
     * @param retryAfter what it asked for; zero when it did not
     */
    record Answered(int status, Duration retryAfter) implements Result {
      private static final int GONE = 410;

      public boolean isSuccess() {
        return status >= 200 && status < 300;
      }

      /** Whether the receiver wants no more, ever. */
      boolean isGone() {
        return status == GONE;
      }
    }

    /** It did not. */
    record Unanswered(Fault fault) implements Result {}

    /** In a word or a number, for people. */
    default String text() {
      return switch (this) {
        case Answered answered -> Integer.toString(answered.status());
        case Unanswered unanswered -> unanswered.fault().word();
      };
    }
  }
}
