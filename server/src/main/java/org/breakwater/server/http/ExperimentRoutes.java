package org.breakwater.server.http;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.server.Json;
import org.breakwater.server.Problem;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.Door;
import org.breakwater.server.help.CurrentHelp;
import org.breakwater.server.help.Event;
import org.breakwater.server.help.MeasuredHelp;
import org.breakwater.server.help.Topic;
import org.breakwater.server.help.Trial;

/** Whether help helps: what platforms report, figures, and trials registered beforehand. */
@Singleton
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ExperimentRoutes {
  private static final int SESSION_MAX = 200;

  private final MeasuredHelp measured;
  private final CurrentHelp help;
  private final Deeds deeds;

  ExperimentRoutes(MeasuredHelp measured, CurrentHelp help, Deeds deeds) {
    this.measured = measured;
    this.help = help;
    this.deeds = deeds;
  }

  @POST
  @Path("cards:events")
  public Response count(
      InputStream body, @HeaderParam("Help-Session") @DefaultValue("") String session)
      throws IOException {
    Optional<JsonNode> stated = Replies.body(body).flatMap(Json::object);
    if (stated.isEmpty()) return Replies.response(bad("body", "must be a JSON object", List.of()));
    if (session.length() > SESSION_MAX)
      return Replies.response(bad("header Help-Session", "is longer than 200", List.of()));
    Optional<Topic> topic = Topic.named(stated.get().path("topic").asText(""));
    if (topic.isEmpty())
      return Replies.response(Problems.unknownTopic(stated.get().path("topic").asText("")));
    Optional<Event> event = Event.named(stated.get().path("event").asText(""));
    if (event.isEmpty())
      return Replies.response(
          bad("event", "must be impression, open, dismissal, repeat or contact", List.of()));
    measured.count(topic.get(), stated.get().path("lang").asText("en"), event.get(), session);
    return ok(Map.of("counted", true));
  }

  private static Problem bad(String member, String reason, List<String> others) {
    return new Problem(
        400, "bad report", member, reason, "its members are described at /q/openapi", others);
  }

  @GET
  @Path("cards:figures")
  public Response figures(
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("until") @DefaultValue("") String until) {
    Optional<LocalDate> last = day(until, help.today());
    Optional<LocalDate> first = last.flatMap(day -> day(from, day.minusDays(30)));
    if (first.isEmpty())
      return Replies.response(bad("from", "must be a date such as `2027-05-01`", List.of()));
    return ok(Map.of("figures", measured.figures(first.get(), last.get())));
  }

  private static Optional<LocalDate> day(String stated, LocalDate otherwise) {
    try {
      return Optional.of(stated.isEmpty() ? otherwise : LocalDate.parse(stated))
          .filter(day -> day.getYear() / 1_000 == 2);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  @GET
  @Path("experiments")
  public Response list() {
    return ok(Map.of("experiments", measured.results()));
  }

  @POST
  @Path("experiments/{id}/stops")
  public Response stop(
      @PathParam("id") String id, InputStream body, @Context RoutingContext request)
      throws IOException {
    Optional<JsonNode> stated = Replies.body(body).flatMap(Json::object);
    if (stated.isEmpty()) return Replies.response(bad("body", "must be a JSON object", List.of()));
    Optional<String> reason = ReasonText.of(stated.get().path("reason"));
    if (reason.isEmpty()) return Replies.response(bad("reason", ReasonText.FAULT, List.of()));
    if (measured.result(id).isEmpty()) return Replies.response(unknown(id));
    if (!measured.isOpen(id)) return Replies.response(overAlready(id));
    deeds.enter("stop trial", Door.caller(request).name(), id + ": " + reason.get());
    if (!measured.stop(id, reason.get())) return Replies.response(overAlready(id));
    return ok(measured.result(id).orElseThrow());
  }

  private static Problem overAlready(String id) {
    return new Problem(
        409,
        "trial is over",
        "id",
        "`%s` is over already".formatted(id),
        "read what came of it at /v1/experiments/%s".formatted(id));
  }

  @GET
  @Path("experiments/{id}")
  public Response read(@PathParam("id") String id) {
    return measured
        .result(id)
        .map(ExperimentRoutes::ok)
        .orElseGet(() -> Replies.response(unknown(id)));
  }

  private static Problem unknown(String id) {
    return new Problem(
        404,
        "unknown experiment",
        "id",
        "`%s` was not registered".formatted(id),
        "see those that were at /v1/experiments");
  }

  @POST
  @Path("experiments")
  public Response register(InputStream body, @Context RoutingContext request) throws IOException {
    Optional<JsonNode> stated = Replies.body(body).flatMap(Json::object);
    if (stated.isEmpty()) return Replies.response(bad("body", "must be a JSON object", List.of()));
    return switch (Trial.read(stated.get(), help.today())) {
      case Trial.Read.Refused(var faults) -> Replies.response(refused(faults));
      case Trial.Read.Accepted(var trial) -> register(trial, Door.caller(request).name());
    };
  }

  private static Problem refused(List<String> faults) {
    String first = faults.getFirst();
    int colon = first.indexOf(": ");
    return bad(
        first.substring(0, colon), first.substring(colon + 2), faults.subList(1, faults.size()));
  }

  /** In the log before it is known: nobody is held back by what is not written down. */
  private Response register(Trial trial, String by) {
    if (!measured.isFree(trial)) return Replies.response(taken(trial));
    deeds.enter("register trial", by, trial.json());
    if (!measured.register(trial)) return Replies.response(taken(trial));
    Map<String, Object> members = new LinkedHashMap<>(measured.result(trial.id()).orElseThrow());
    return Response.status(201)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(Json.text(members))
        .build();
  }

  private static Problem taken(Trial trial) {
    return new Problem(
        409,
        "other trial",
        "id",
        "`%s` is taken, or a trial about its topic goes on".formatted(trial.id()),
        "wait for its end, or choose another name");
  }

  private static Response ok(Map<String, Object> members) {
    return Response.ok(Json.text(members), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
