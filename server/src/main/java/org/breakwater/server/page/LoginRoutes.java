package org.breakwater.server.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.breakwater.server.Problem;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.Door;
import org.breakwater.server.access.People;
import org.breakwater.server.access.PublicAddress;
import org.breakwater.server.access.Session;
import org.breakwater.server.access.Sessions;

/** In, out, and another password. */
@Singleton
@Path("/")
@RunOnVirtualThread
public final class LoginRoutes {
  private final People people;
  private final Sessions sessions;
  private final Deeds deeds;
  private final PublicAddress address;
  private final Provider provider;

  LoginRoutes(
      People people, Sessions sessions, Deeds deeds, PublicAddress address, Provider provider) {
    this.people = people;
    this.sessions = sessions;
    this.deeds = deeds;
    this.address = address;
    this.provider = provider;
  }

  @GET
  @Path("login")
  public Response page() {
    return Pages.page(200, Pages.Templates.login("", provider.isThere()));
  }

  @POST
  @Path("login")
  public Response login(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("password") @DefaultValue("") String password,
      @Context HttpHeaders headers) {
    return switch (people.login(name, password)) {
      case People.Attempt.Accepted(var person) -> {
        end(headers);
        yield entered(sessions.begin(person), person.mustChange() ? "/password" : "/");
      }
      case People.Attempt.Refused(var why) ->
          Pages.page(401, Pages.Templates.login(why, provider.isThere()));
    };
  }

  private Response entered(String secret, String page) {
    return Response.status(303).header("Location", page).cookie(cookie(secret, -1)).build();
  }

  /** The session that was before a login is not continued by it. */
  private void end(HttpHeaders headers) {
    Cookie before = headers.getCookies().get(address.cookie());
    if (before != null) sessions.end(before.getValue());
  }

  @GET
  @Path("login/oidc")
  public Response provided(@Context HttpHeaders headers) {
    return switch (provider.enter(people)) {
      case People.Attempt.Accepted(var person) -> {
        end(headers);
        // A page and not a redirect: browsers hold back a strict cookie on a way that began
        // elsewhere.
        yield Response.fromResponse(Pages.page(200, Pages.Templates.entered()))
            .cookie(cookie(sessions.begin(person), -1))
            .build();
      }
      case People.Attempt.Refused(var why) ->
          Pages.page(401, Pages.Templates.login(why, provider.isThere()));
    };
  }

  @POST
  @Path("logout")
  public Response logout(
      @FormParam("csrf") @DefaultValue("") String csrf,
      @Context HttpHeaders headers,
      @Context RoutingContext request) {
    Session session = Door.session(request);
    if (!session.isMine(csrf)) return refused();
    deeds.enter("logout", session.person().name(), "");
    end(headers);
    return Response.fromResponse(Pages.see("/login")).cookie(cookie("", 0)).build();
  }

  @GET
  @Path("password")
  public Response passwordPage(@Context RoutingContext request) {
    return Pages.page(200, Pages.Templates.password(Door.session(request), ""));
  }

  @POST
  @Path("password")
  public Response password(
      @FormParam("csrf") @DefaultValue("") String csrf,
      @FormParam("now") @DefaultValue("") String now,
      @FormParam("next") @DefaultValue("") String next,
      @Context RoutingContext request) {
    Session session = Door.session(request);
    if (!session.isMine(csrf)) return refused();
    return switch (people.change(session.person(), now, next)) {
      case People.Attempt.Accepted(var person) -> entered(sessions.begin(person), "/");
      case People.Attempt.Refused(var why) ->
          Pages.page(400, Pages.Templates.password(session, why));
    };
  }

  private NewCookie cookie(String secret, int maxAge) {
    return new NewCookie.Builder(address.cookie())
        .value(secret)
        .path("/")
        .httpOnly(true)
        .secure(address.isEncrypted())
        .sameSite(NewCookie.SameSite.STRICT)
        .maxAge(maxAge)
        .build();
  }

  /** For a form that does not carry its session's token. */
  static Response refused() {
    var problem =
        new Problem(
            403,
            "other site",
            "csrf",
            "is not the token of this session",
            "load the page again and send its form");
    return Response.status(403).type(Problem.MEDIA_TYPE).entity(problem.text()).build();
  }
}
