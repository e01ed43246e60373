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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.breakwater.server.Problem;
import org.breakwater.server.access.ApiKeys;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Door;
import org.breakwater.server.access.Scope;
import org.breakwater.server.access.Session;

/** A person's own keys; an administrator makes those of machines, sees and revokes all. */
@Singleton
@Path("/keys")
@RunOnVirtualThread
public final class KeyRoutes {
  private static final int NAME_MAX = 60;

  private final ApiKeys keys;

  KeyRoutes(ApiKeys keys) {
    this.keys = keys;
  }

  @GET
  public Response list(@Context RoutingContext request) {
    return page(Door.session(request), "");
  }

  @POST
  public Response make(
      @FormParam("csrf") @DefaultValue("") String csrf,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("scope") List<String> words,
      @Context RoutingContext request) {
    Session session = Door.session(request);
    if (!session.isMine(csrf)) return LoginRoutes.refused();
    String printable = name.replaceAll("\\p{Cntrl}", " ").strip();
    String stated = printable.isEmpty() ? "without a name" : printable;
    String called = stated.substring(0, Math.min(NAME_MAX, stated.length()));
    Set<Scope> scopes =
        words.stream().map(Scope::named).flatMap(Optional::stream).collect(Collectors.toSet());
    if (scopes.isEmpty()) return page(session, keys.issue(session.person(), called));
    if (!session.person().isAdministrator()) return onlyAdministrators();
    return page(session, keys.issue(session.person().name(), called, scopes));
  }

  private static Response onlyAdministrators() {
    var problem =
        new Problem(
            403,
            "not allowed",
            "scope",
            "machines' keys are made by administrators",
            "make a key of your own, without a scope");
    return Response.status(403).type(Problem.MEDIA_TYPE).entity(problem.text()).build();
  }

  @POST
  @Path("{key}/revoke")
  public Response revoke(
      @PathParam("key") String key,
      @FormParam("csrf") @DefaultValue("") String csrf,
      @Context RoutingContext request) {
    Session session = Door.session(request);
    if (!session.isMine(csrf)) return LoginRoutes.refused();
    boolean revoked =
        Pages.uuid(key)
            .filter(each -> keys.revoke(session.person().name(), each, reach(session)))
            .isPresent();
    return revoked ? Pages.see("/keys") : unknown();
  }

  private Response page(Session session, String made) {
    return Pages.page(
        200,
        Pages.Templates.keys(session, keys.list(reach(session)), List.of(Scope.values()), made));
  }

  /** Whose keys: one's own, or everybody's. */
  private static Optional<UUID> reach(Session session) {
    Caller.Person person = session.person();
    return person.isAdministrator() ? Optional.empty() : Optional.of(person.id());
  }

  private static Response unknown() {
    var problem =
        new Problem(
            404, "unknown key", "key", "is none of yours, or is revoked", "see them at /keys");
    return Response.status(404).type(Problem.MEDIA_TYPE).entity(problem.text()).build();
  }
}
