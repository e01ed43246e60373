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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.breakwater.server.access.Door;
import org.breakwater.server.access.People;
import org.breakwater.server.access.Role;
import org.breakwater.server.access.Session;

/** Lets people in. */
@Singleton
@Path("/people")
@RunOnVirtualThread
public final class PeopleRoutes {
  private final People people;

  PeopleRoutes(People people) {
    this.people = people;
  }

  @GET
  public Response list(@Context RoutingContext request) {
    return page(200, Door.session(request), Map.of());
  }

  @POST
  public Response add(
      @FormParam("csrf") @DefaultValue("") String csrf,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("role") List<String> words,
      @Context RoutingContext request) {
    Session session = Door.session(request);
    if (!session.isMine(csrf)) return LoginRoutes.refused();
    Set<Role> roles =
        words.stream().map(Role::named).flatMap(Optional::stream).collect(Collectors.toSet());
    if (roles.isEmpty() || !people.isFree(name))
      return page(
          400,
          session,
          Map.of("fault", "choose a role and a free name of letters, digits, dots and dashes"));
    String password = people.add(session.person().name(), name, roles);
    return page(200, session, Map.of("name", name, "password", password));
  }

  @POST
  @Path("{person}/close")
  public Response close(
      @PathParam("person") String person,
      @FormParam("csrf") @DefaultValue("") String csrf,
      @Context RoutingContext request) {
    Session session = Door.session(request);
    if (!session.isMine(csrf)) return LoginRoutes.refused();
    boolean closed =
        people.all().stream()
            .filter(each -> each.id().toString().equals(person))
            .anyMatch(each -> people.close(session.person(), each.id()));
    return closed
        ? Pages.see("/people")
        : page(400, session, Map.of("fault", "that is nobody here, or you yourself"));
  }

  private Response page(int status, Session session, Map<String, String> made) {
    return Pages.page(
        status, Pages.Templates.people(session, people.all(), List.of(Role.values()), made));
  }
}
