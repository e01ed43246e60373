package org.breakwater.adapter.bridge;

import java.time.Duration;

/** One of both sides did not do its part, and is to be asked again later. */
public final class Unanswered extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Duration retryAfter;

  /**
   * @param message who and why, for a log; names nobody
   * @param retryAfter what it asked for; zero where it did not say
   */
  Unanswered(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
