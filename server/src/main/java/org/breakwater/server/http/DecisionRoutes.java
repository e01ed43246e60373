package org.breakwater.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.breakwater.engine.content.Surface;
import org.breakwater.server.Json;
import org.breakwater.server.access.Door;
import org.breakwater.server.cloudevent.ContentCloudEvent;
import org.breakwater.server.trace.Trace;

/** Decisions to make: one at a time, an ad, many in a stream. */
@Singleton
@Path("/v1")
@RunOnVirtualThread
public final class DecisionRoutes {
  private static final String JSON_LINES = "application/jsonl";

  private final Decisions decisions;

  DecisionRoutes(Decisions decisions) {
    this.decisions = decisions;
  }

  @POST
  @Path("decisions")
  @Produces(MediaType.APPLICATION_JSON)
  public Response decide(
      InputStream body,
      @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
      @HeaderParam("X-Deadline-Ms") @DefaultValue("") String deadline,
      @Context RoutingContext request)
      throws IOException {
    Optional<byte[]> event = Replies.body(body);
    if (event.isEmpty()) return Replies.response(Problems.tooLong());
    if (ContentCloudEvent.isIn(request.request().headers()))
      return ofCloudEvent(event.get(), deadline, request);
    return decide(event.get(), key, deadline, request);
  }

  private Response ofCloudEvent(byte[] body, String deadline, RoutingContext request) {
    return switch (ContentCloudEvent.read(request.request().headers(), body)) {
      case ContentCloudEvent.Read.Accepted(var event) ->
          decide(event.content(), event.key(), deadline, request);
      case ContentCloudEvent.Read.Refused(var problem) -> Replies.response(problem);
    };
  }

  @POST
  @Path("ads:review")
  @Produces(MediaType.APPLICATION_JSON)
  public Response reviewAd(
      InputStream body,
      @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
      @HeaderParam("X-Deadline-Ms") @DefaultValue("") String deadline,
      @Context RoutingContext request)
      throws IOException {
    Optional<byte[]> read = Replies.body(body);
    if (read.isEmpty()) return Replies.response(Problems.tooLong());
    Optional<JsonNode> ad = Json.object(read.get());
    if (ad.isEmpty()) return decide(read.get(), key, deadline, request);
    String surface = ad.get().path("surface").asText(Surface.AD.word());
    if (!surface.equals(Surface.AD.word())) return Replies.response(Problems.noAd(surface));
    ((ObjectNode) ad.get()).put("surface", Surface.AD.word());
    return decide(Json.text(ad.get()).getBytes(UTF_8), key, deadline, request);
  }

  private Response decide(byte[] event, String key, String deadline, RoutingContext request) {
    Deadline until = Deadline.parse(deadline);
    if (until.equals(Deadline.UNREADABLE)) return Replies.response(Problems.badDeadline());
    var sender = new Decisions.Sender(Door.caller(request).name(), key, Door.trace(request));
    return Replies.response(until.await(decisions.decide(event, sender)));
  }

  @POST
  @Path("decisions:batch")
  @Produces(JSON_LINES)
  public Response batch(InputStream lines, @Context RoutingContext request) {
    if (ContentCloudEvent.isIn(request.request().headers()))
      return Replies.response(ContentCloudEvent.noBatch());
    // A batch is one span: its lines are many.
    var sender = new Decisions.Sender(Door.caller(request).name(), "", Trace.NONE);
    StreamingOutput answers = out -> new Batch(decisions, sender).run(lines, out);
    return Response.ok(answers, JSON_LINES).build();
  }
}
