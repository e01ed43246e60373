package org.breakwater.server.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.breakwater.server.Problem;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.Door;
import org.breakwater.server.access.Session;
import org.breakwater.server.access.Sessions;

/** Where a person is logged in, and the end of that. */
@Singleton
@Path("/sessions")
@RunOnVirtualThread
public final class SessionRoutes {
  private final Sessions sessions;
  private final Deeds deeds;

  SessionRoutes(Sessions sessions, Deeds deeds) {
    this.sessions = sessions;
    this.deeds = deeds;
  }

  @GET
  public Response list(@Context RoutingContext request) {
    Session session = Door.session(request);
    return Pages.page(200, Pages.Templates.sessions(session, sessions.list(session.person())));
  }

  @POST
  @Path("{session}/end")
  public Response end(
      @PathParam("session") String id,
      @FormParam("csrf") @DefaultValue("") String csrf,
      @Context RoutingContext request) {
    Session session = Door.session(request);
    if (!session.isMine(csrf)) return LoginRoutes.refused();
    boolean ended = Pages.uuid(id).filter(each -> sessions.end(session.person(), each)).isPresent();
    if (!ended) return unknown();
    deeds.enter("end session", session.person().name(), "");
    return Pages.see("/sessions");
  }

  private static Response unknown() {
    var problem =
        new Problem(404, "unknown session", "session", "is none of yours", "see them at /sessions");
    return Response.status(404).type(Problem.MEDIA_TYPE).entity(problem.text()).build();
  }
}
