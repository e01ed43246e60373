package org.breakwater.server.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.breakwater.server.Json;
import org.breakwater.server.access.Door;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.StoredDecision;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Decisions: one at a time, many in a stream, and what is still known of one. */
@Singleton
@Path("/v1")
@RunOnVirtualThread
public final class DecisionRoutes {
  private static final String JSON_LINES = "application/jsonl";

  private final Decisions decisions;
  private final DecisionLog log;

  DecisionRoutes(Decisions decisions, DecisionLog log) {
    this.decisions = decisions;
    this.log = log;
  }

  @POST
  @Path("decisions")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Decide one event; answered when it is on the disk")
  public Response decide(
      InputStream body,
      @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
      @Context RoutingContext request)
      throws IOException {
    Optional<byte[]> event = Replies.body(body);
    if (event.isEmpty()) return Replies.response(Problems.tooLong());
    var sender = new Decisions.Sender(Door.caller(request), key);
    return Replies.response(decisions.decide(event.get(), sender).join());
  }

  @POST
  @Path("decisions:batch")
  @Produces(JSON_LINES)
  @Operation(summary = "Decide JSON Lines: one line out for each line in, in order, as they come")
  public Response batch(InputStream lines, @Context RoutingContext request) {
    var sender = new Decisions.Sender(Door.caller(request), "");
    StreamingOutput answers = out -> new Batch(decisions, sender).run(lines, out);
    return Response.ok(answers, JSON_LINES).build();
  }

  @GET
  @Path("decisions/{decision}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "What is still known of a decision; no-record labels read as `allow`")
  public Response decision(@PathParam("decision") String decision) {
    return found(decision, id -> log.find(id).map(DecisionRoutes::known));
  }

  @GET
  @Path("receipts/{decision}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "What shows that a decision is in the log, for `bw audit verify`")
  public Response receipt(@PathParam("decision") String decision) {
    return found(decision, id -> log.receipt(id).map(ReceiptJson::text));
  }

  private static Response found(String decision, Function<UUID, Optional<String>> json) {
    return uuid(decision)
        .flatMap(json)
        .map(text -> Response.ok(text, MediaType.APPLICATION_JSON_TYPE).build())
        .orElseGet(() -> Replies.response(Problems.unknownDecision(decision)));
  }

  private static String known(StoredDecision found) {
    return found.json().orElseGet(() -> compact(found));
  }

  private static String compact(StoredDecision found) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("outcome", found.outcome());
    members.put("policies", Json.tree(found.policies()));
    members.put("decision", found.place().decision().toString());
    members.put("batch", found.place().batch());
    members.put("position", found.place().position());
    return Json.text(members);
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
