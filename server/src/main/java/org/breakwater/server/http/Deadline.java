package org.breakwater.server.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long a sender waits, by {@code X-Deadline-Ms}.
 *
 * @param ms milliseconds from when the body has been read
 */
record Deadline(long ms) {
  /** Longer than anything takes. */
  static final Deadline NONE = new Deadline(Long.MAX_VALUE);

  static final Deadline UNREADABLE = new Deadline(-1);

  private static final long MS_MAX = 60_000;

  static Deadline parse(String header) {
    if (header.isEmpty()) return NONE;
    boolean fits = header.matches("[1-9][0-9]{0,4}") && Long.parseLong(header) <= MS_MAX;
    return fits ? new Deadline(Long.parseLong(header)) : UNREADABLE;
  }

  /** The reply, or a refusal that says what is unknown; what was begun goes on. */
  Reply await(CompletableFuture<Reply> reply) {
    try {
      return reply.get(ms, TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return new Reply.Refused(Problems.late(ms));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Reply.Refused(Problems.unavailable("the server is shutting down"));
    } catch (ExecutionException e) {
      throw new IllegalStateException("a decision failed", e);
    }
  }
}
