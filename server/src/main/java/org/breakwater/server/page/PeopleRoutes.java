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
    Set<Role> roles = roles(words);
    if (roles.isEmpty() || !people.isFree(name))
      return page(
          400,
          session,
          Map.of("fault", "choose a role and a free name of letters, digits, dots and dashes"));
    String password = people.add(session.person().name(), name, roles);
    return page(200, session, Map.of("name", name, "password", password));
  }

  private static Set<Role> roles(List<String> words) {
    return words.stream().map(Role::named).flatMap(Optional::stream).collect(Collectors.toSet());
  }

  @POST
  @Path("{person}/roles")
  public Response change(
      @PathParam("person") String person,
      @FormParam("csrf") @DefaultValue("") String csrf,
      @FormParam("role") List<String> words,
      @Context RoutingContext request) {
    Session session = Door.session(request);
    if (!session.isMine(csrf)) return LoginRoutes.refused();
    boolean changed =
        Pages.uuid(person)
            .filter(id -> people.changeRoles(session.person(), id, roles(words)))
            .isPresent();
    return changed
        ? Pages.see("/people")
        : page(
            400,
            session,
            Map.of(
                "fault",
                "choose a role; your own, a provider's and the last administrator's stay as they"
                    + " are"));
  }

  @POST
  @Path("{person}/password")
  public Response renew(
      @PathParam("person") String person,
      @FormParam("csrf") @DefaultValue("") String csrf,
      @Context RoutingContext request) {
    Session session = Door.session(request);
    if (!session.isMine(csrf)) return LoginRoutes.refused();
    Optional<String> password =
        Pages.uuid(person).flatMap(id -> people.renew(session.person(), id));
    return password
        .map(text -> page(200, session, Map.of("name", "that person", "password", text)))
        .orElseGet(
            () -> page(400, session, Map.of("fault", "that is nobody with a password, or you")));
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
        Pages.uuid(person).filter(id -> people.close(session.person(), id)).isPresent();
    return closed
        ? Pages.see("/people")
        : page(
            400,
            session,
            Map.of("fault", "that is nobody here, you yourself, or the last administrator"));
  }

  private Response page(int status, Session session, Map<String, String> made) {
    return Pages.page(
        status, Pages.Templates.people(session, people.all(), List.of(Role.values()), made));
  }
}
