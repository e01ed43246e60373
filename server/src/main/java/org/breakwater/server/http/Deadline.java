package org.breakwater.server.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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
  CompletableFuture<Reply> within(CompletableFuture<Reply> reply) {
    if (equals(NONE)) return reply;
    var late = new Reply.Refused(Problems.late(ms));
    return reply.copy().completeOnTimeout(late, ms, TimeUnit.MILLISECONDS);
  }
}
