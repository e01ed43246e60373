package org.breakwater.server.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.server.Faults;
import org.breakwater.server.Json;
import org.breakwater.server.Problem;
import org.breakwater.server.access.Door;
import org.breakwater.server.http.Replies;
import org.breakwater.store.webhook.AttemptLog;
import org.breakwater.store.webhook.Endpoint;
import org.breakwater.store.webhook.Endpoints;

/** Endpoints of webhooks: where, signed by what, and what became of what was sent there. */
@Singleton
@Path("/v1/webhooks/endpoints")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class EndpointRoutes {
  private static final int PAGE = 50;

  private final Endpoints endpoints;
  private final AttemptLog attempts;
  private final Webhooks webhooks;

  EndpointRoutes(Endpoints endpoints, AttemptLog attempts, Webhooks webhooks) {
    this.endpoints = endpoints;
    this.attempts = attempts;
    this.webhooks = webhooks;
  }

  @GET
  public Response list() {
    List<Map<String, Object>> rows = endpoints.list().stream().map(WebhookJson::endpoint).toList();
    return ok(200, Json.text(Map.of("endpoints", rows)));
  }

  @POST
  public Response add(InputStream body, @Context RoutingContext request) throws IOException {
    return reading(
        body,
        wanted -> {
          var reading = new Wanted(webhooks.allowsPrivate(), new Faults());
          Endpoints.New asked = reading.endpoint(wanted);
          return reading
              .refusal()
              .map(Replies::response)
              .orElseGet(
                  () -> {
                    Endpoints.Made made = endpoints.add(by(request), asked);
                    return ok(201, Json.text(WebhookJson.made(made.endpoint(), made.keys())));
                  });
        });
  }

  @GET
  @Path("{endpoint}")
  public Response read(@PathParam("endpoint") String id) {
    return with(id, endpoint -> ok(200, Json.text(WebhookJson.endpoint(endpoint))));
  }

  @PATCH
  @Path("{endpoint}")
  public Response change(
      @PathParam("endpoint") String id, InputStream body, @Context RoutingContext request)
      throws IOException {
    return reading(body, wanted -> with(id, endpoint -> change(endpoint, wanted, by(request))));
  }

  private Response change(Endpoint endpoint, JsonNode wanted, String by) {
    var reading = new Wanted(webhooks.allowsPrivate(), new Faults());
    Endpoint next = reading.changed(endpoint, wanted);
    Optional<Problem> refusal = reading.refusal();
    if (refusal.isPresent()) return Replies.response(refusal.get());
    return endpoints.change(by, next)
        ? ok(200, Json.text(WebhookJson.endpoint(next)))
        : unknown(endpoint.id().toString());
  }

  @DELETE
  @Path("{endpoint}")
  public Response remove(@PathParam("endpoint") String id, @Context RoutingContext request) {
    return with(
        id,
        endpoint ->
            endpoints.remove(by(request), endpoint.id())
                ? Response.noContent().build()
                : unknown(id));
  }

  @POST
  @Path("{endpoint}/secrets")
  public Response rotate(
      @PathParam("endpoint") String id, InputStream body, @Context RoutingContext request)
      throws IOException {
    return reading(
        body,
        wanted ->
            with(
                id,
                endpoint -> {
                  JsonNode ends = wanted.path("endsOld");
                  if (!ends.isMissingNode() && !ends.isBoolean())
                    return Replies.response(
                        new Problem(
                            400,
                            "bad rotation",
                            "endsOld",
                            "must be true or false",
                            "send `{}`, or `{\"endsOld\":true}` where somebody else knows it"));
                  var keys = endpoints.rotate(by(request), endpoint, ends.asBoolean());
                  return ok(201, Json.text(WebhookJson.made(endpoint, keys)));
                }));
  }

  @POST
  @Path("{endpoint}/tests")
  public Response test(@PathParam("endpoint") String id, @Context RoutingContext request) {
    return with(
        id,
        endpoint -> {
          var attempted = webhooks.trial().of(by(request), endpoint);
          Map<String, Object> members = new LinkedHashMap<>();
          members.put("arrived", attempted.arrived());
          members.put("answer", attempted.result().text());
          members.put("ms", attempted.ms());
          return ok(200, Json.text(members));
        });
  }

  @GET
  @Path("{endpoint}/attempts")
  public Response attempts(
      @PathParam("endpoint") String id, @QueryParam("before") @DefaultValue("") String before) {
    Optional<Long> cursor = Cursor.number(before);
    if (cursor.isEmpty()) return Replies.response(Cursor.bad());
    return with(
        id,
        endpoint -> {
          List<AttemptLog.Line> page = attempts.page(endpoint.id(), cursor.get(), PAGE);
          String next =
              page.size() < PAGE
                  ? ""
                  : "/v1/webhooks/endpoints/%s/attempts?before=%d"
                      .formatted(endpoint.id(), page.getLast().number());
          return ok(
              200,
              WebhookJson.page("attempts", page.stream().map(WebhookJson::line).toList(), next));
        });
  }

  private static String by(RoutingContext request) {
    return Door.caller(request).name();
  }

  private static Response reading(InputStream body, Function<JsonNode, Response> then)
      throws IOException {
    Optional<byte[]> read = Replies.body(body);
    if (read.isEmpty())
      return Replies.response(
          new Problem(413, "too long", "body", "is longer than 1 MiB", "send the members only"));
    return Json.object(read.get())
        .map(then)
        .orElseGet(
            () ->
                Replies.response(
                    new Problem(
                        400,
                        "bad endpoint",
                        "body",
                        "must be a JSON object",
                        "send `{}` at least; members are described at /q/openapi")));
  }

  private Response with(String id, Function<Endpoint, Response> then) {
    return Cursor.uuid(id).flatMap(endpoints::find).map(then).orElseGet(() -> unknown(id));
  }

  private static Response unknown(String id) {
    return Replies.response(
        new Problem(
            404,
            "unknown endpoint",
            "endpoint",
            "`%s` is none, or was removed".formatted(id),
            "they are listed at /v1/webhooks/endpoints"));
  }

  static Response ok(int status, String json) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(json).build();
  }
}
