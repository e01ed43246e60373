package org.breakwater.server.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.breakwater.store.database.StoreFault;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;

/** What the framework or the database refuses, in our own form. */
public final class Refusals {
  @ServerExceptionMapper
  public Response framework(WebApplicationException refused) {
    return Replies.response(Problems.ofStatus(refused.getResponse().getStatus()));
  }

  @ServerExceptionMapper
  public Response database(JdbiException gone) {
    return Replies.response(Problems.unavailable("the database does not answer"));
  }

  @ServerExceptionMapper
  public Response store(StoreFault fault) {
    return Replies.response(Problems.unavailable(fault.code().name().toLowerCase(Locale.ROOT)));
  }
}
