package org.breakwater.server.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.breakwater.server.Problem;
import org.breakwater.store.database.StoreFault;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;

/** What the framework or the database refuses, and what we did wrong, in our own form. */
public final class Refusals {
  private static final Logger LOG = Logger.getLogger(Refusals.class);
  private static final int FRAMES_MAX = 12;

  @ServerExceptionMapper
  public Response framework(WebApplicationException refused) {
    return Replies.response(Problems.ofStatus(refused.getResponse().getStatus()));
  }

  @ServerExceptionMapper
  public Response fault(RuntimeException fault) {
    return Replies.response(problem(fault));
  }

  /** As the framework's answer, for a decision that failed. */
  static Reply reply(Throwable fault) {
    return new Reply.Refused(problem(fault));
  }

  private static Problem problem(Throwable fault) {
    return switch (fault) {
      case CompletionException wrapped when wrapped.getCause() != null ->
          problem(wrapped.getCause());
      case JdbiException _ -> Problems.unavailable("the database does not answer");
      case StoreFault gone -> Problems.unavailable(gone.code().name().toLowerCase(Locale.ROOT));
      default -> bug(fault);
    };
  }

  private static Problem bug(Throwable fault) {
    LOG.error(where(fault));
    return Problems.bug();
  }

  /** Its kind and place, not its message: that may repeat what somebody wrote. */
  static String where(Throwable fault) {
    Throwable cause = fault.getCause();
    String rest = cause == null || cause == fault ? "" : "\ncaused by " + where(cause);
    return fault.getClass().getName()
        + Arrays.stream(fault.getStackTrace())
            .limit(FRAMES_MAX)
            .map(frame -> "\n  at " + frame)
            .collect(Collectors.joining())
        + rest;
  }
}
