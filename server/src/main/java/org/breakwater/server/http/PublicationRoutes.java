package org.breakwater.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.breakwater.server.Json;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Door;
import org.breakwater.server.publication.Attempt;
import org.breakwater.server.publication.Publication;
import org.breakwater.server.publication.Publishing;

/** A version of the policy on its way into force, by two persons with keys of their own. */
@Singleton
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class PublicationRoutes {
  private static final int VERSION_MAX = 200;

  private final Publishing publishing;

  PublicationRoutes(Publishing publishing) {
    this.publishing = publishing;
  }

  @POST
  @Path("policies:publish")
  public Response propose(InputStream body, @Context RoutingContext request) throws IOException {
    Optional<byte[]> read = Replies.body(body);
    if (read.isEmpty()) return Replies.response(Problems.tooLong());
    Optional<JsonNode> wanted = Json.object(read.get());
    if (wanted.isEmpty())
      return Replies.response(Problems.badPublication("body", "must be a JSON object"));
    JsonNode version = wanted.get().path("version");
    if (!version.isTextual() || version.asText().length() > VERSION_MAX)
      return Replies.response(
          Problems.badPublication("version", "must be text, the name of a version of the pack"));
    Optional<String> reason = ReasonText.of(wanted.get().path("reason"));
    if (reason.isEmpty())
      return Replies.response(Problems.badPublication("reason", ReasonText.FAULT));
    return response(202, publishing.propose(person(request), version.asText(), reason.get()));
  }

  @GET
  @Path("publications/{publication}")
  public Response publication(@PathParam("publication") String name) {
    return response(200, publishing.look(name));
  }

  @POST
  @Path("publications/{publication}/confirm")
  public Response confirm(@PathParam("publication") String name, @Context RoutingContext request) {
    return response(200, publishing.confirm(person(request), name));
  }

  @POST
  @Path("publications/{publication}/withdraw")
  public Response withdraw(
      @PathParam("publication") String name, InputStream body, @Context RoutingContext request)
      throws IOException {
    Optional<byte[]> read = Replies.body(body);
    if (read.isEmpty()) return Replies.response(Problems.tooLong());
    Attempt found = publishing.look(name);
    if (found instanceof Attempt.Refused) return response(404, found);
    Optional<String> reason =
        Json.object(read.get()).flatMap(each -> ReasonText.of(each.path("reason")));
    if (reason.isEmpty())
      return Replies.response(Problems.badPublication("reason", ReasonText.FAULT));
    return response(200, publishing.withdraw(person(request), name, reason.get()));
  }

  /** The table of routes admits nobody else; a machine's key is refused at the door. */
  private static Caller.Person person(RoutingContext request) {
    return switch (Door.caller(request)) {
      case Caller.Person person -> person;
      case Caller.Machine _, Caller.Nobody _ ->
          throw new IllegalStateException("only persons publish");
    };
  }

  private Response response(int status, Attempt attempt) {
    return switch (attempt) {
      case Attempt.Done(var publication) -> response(status, publication);
      case Attempt.Refused(var problem) -> Replies.response(problem);
    };
  }

  private Response response(int status, Publication publication) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header("Location", "/v1/publications/" + publication.name())
        .entity(PublicationJson.text(publication, publishing))
        .build();
  }
}
