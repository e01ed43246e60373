package org.breakwater.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.server.Json;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.Door;
import org.breakwater.server.access.Role;
import org.breakwater.store.action.Action;
import org.breakwater.store.action.Actions;
import org.breakwater.store.action.Finding;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.ActionState;
import org.breakwater.store.decision.Answer;
import org.breakwater.store.decision.Check;

/** What is done about decisions: read, confirmed, undone. */
@Singleton
@Path("/v1/actions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ActionRoutes {
  private static final int PAGE = 50;

  private final Actions actions;
  private final Deeds deeds;
  private final Standing standing;

  ActionRoutes(Actions actions, Deeds deeds, Standing standing) {
    this.actions = actions;
    this.deeds = deeds;
    this.standing = standing;
  }

  @GET
  public Response list(
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("before") @DefaultValue("") String before,
      @Context RoutingContext request) {
    Optional<ActionState> only = ActionState.named(state);
    if (only.isEmpty() && !state.isEmpty())
      return Replies.response(Problems.badPage("state", "is none that an action has"));
    Optional<UUID> cursor = Names.uuid(before);
    if (cursor.isEmpty() && !before.isEmpty())
      return Replies.response(Problems.badPage("before", "names no action"));
    Caller caller = Door.caller(request);
    List<Action> page = actions.page(only, cursor, PAGE);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("actions", page.stream().map(each -> ActionJson.compact(each, caller)).toList());
    members.put("next", page.size() < PAGE ? Json.NULL : next(state, page.getLast()));
    return ok(members);
  }

  private static String next(String state, Action last) {
    String only = state.isEmpty() ? "" : "state=" + state + "&";
    return "/v1/actions?%sbefore=%s".formatted(only, last.action());
  }

  @GET
  @Path("{action}")
  public Response read(@PathParam("action") String name, @Context RoutingContext request) {
    Caller caller = Door.caller(request);
    return find(name)
        .filter(Action::isRecorded)
        .map(action -> ok(whole(action, caller)))
        .orElseGet(() -> Replies.response(Problems.unknownAction(name)));
  }

  private Optional<Action> find(String name) {
    return Names.uuid(name).flatMap(actions::find);
  }

  private Map<String, Object> whole(Action action, Caller caller) {
    boolean sees = Redaction.FOUND.isSeenBy(caller);
    List<Finding> findings = sees ? actions.findings(action.action()) : List.of();
    // What was found of a person is in the log before it is shown.
    if (!findings.isEmpty()) deeds.enter("read checks", caller.name(), action.action().toString());
    return ActionJson.whole(action, findings, caller);
  }

  @POST
  @Path("{action}/confirmations")
  public Response confirm(
      @PathParam("action") String name, InputStream body, @Context RoutingContext request)
      throws IOException {
    Optional<byte[]> read = Replies.body(body);
    if (read.isEmpty()) return Replies.response(Problems.tooLong());
    Optional<JsonNode> wanted = Json.object(read.get());
    if (wanted.isEmpty())
      return Replies.response(Problems.badConfirmation(List.of("body: must be a JSON object")));
    Optional<Action> found = find(name).filter(Action::isRecorded);
    if (found.isEmpty()) return Replies.response(Problems.unknownAction(name));
    List<String> faults = new ArrayList<>();
    Check check = new Checks(faults).read(wanted.get().path("check"));
    Optional<String> reason = ReasonText.of(wanted.get().path("reason"));
    if (reason.isEmpty()) faults.add("reason: " + ReasonText.FAULT);
    if (!faults.isEmpty()) return Replies.response(Problems.badConfirmation(faults));
    if (found.get().needed() == 0)
      return Replies.response(Problems.overtaken("action", "it needs no confirmation"));
    return confirm(found.get(), check, reason.orElseThrow(), Door.caller(request));
  }

  private Response confirm(Action action, Check check, String reason, Caller caller) {
    boolean isSenior =
        caller instanceof Caller.Person person && person.roles().contains(Role.SENIOR_MODERATOR);
    String json = json(action, check, caller);
    var act = new Act.Confirmed(json, action.action(), check, isSenior, caller.name(), reason);
    if (deeds.attempt(act) instanceof Answer.Refused(var why))
      return Replies.response(Problems.overtaken("action", why));
    if (!check.isClear() && !isSenior) return Replies.response(Problems.mayHitAVictim());
    return changed(201, action, caller);
  }

  /** Without notes and reason, which stand where they can be erased. */
  private static String json(Action action, Check check, Caller caller) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("act", "confirm action");
    members.put("by", caller.name());
    members.put("object", action.action().toString());
    members.put("victim", Checks.word(check.victim().found()));
    members.put("coercion", Checks.word(check.coercion().found()));
    members.put("compromise", Checks.word(check.compromise().found()));
    return Json.text(members);
  }

  @DELETE
  @Path("{action}")
  public Response undo(
      @PathParam("action") String name, InputStream body, @Context RoutingContext request)
      throws IOException {
    Optional<byte[]> read = Replies.body(body);
    if (read.isEmpty()) return Replies.response(Problems.tooLong());
    Optional<JsonNode> wanted = Json.object(read.get());
    Optional<String> reason = wanted.flatMap(each -> ReasonText.of(each.path("reason")));
    if (reason.isEmpty()) return Replies.response(Problems.badUndo("reason", ReasonText.FAULT));
    JsonNode mistaken = wanted.get().path("mistaken");
    if (!mistaken.isMissingNode() && !mistaken.isBoolean())
      return Replies.response(Problems.badUndo("mistaken", "must be true or false"));
    Optional<Action> found = find(name);
    if (found.isEmpty()) return Replies.response(Problems.unknownAction(name));
    Caller caller = Door.caller(request);
    boolean isMistaken = mistaken.asBoolean(true);
    var act = undone(name, found.get().isRecorded(), reason.get(), isMistaken, caller);
    if (deeds.attempt(act) instanceof Answer.Refused(var why))
      return Replies.response(Problems.overtaken("action", why));
    standing.refresh();
    return changed(200, found.get(), caller);
  }

  /** The act of undoing one. */
  static Act.Undone undone(
      String action, boolean isKept, String reason, boolean isMistaken, Caller caller) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("act", "undo action");
    members.put("by", caller.name());
    members.put("object", action);
    return new Act.Undone(
        Json.text(members), UUID.fromString(action), caller.name(), reason, isMistaken, isKept);
  }

  private Response changed(int status, Action before, Caller caller) {
    Action now = actions.find(before.action()).orElse(before);
    Map<String, Object> members =
        now.isRecorded() ? ActionJson.compact(now, caller) : ActionJson.bare(now);
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(Json.text(members))
        .build();
  }

  private static Response ok(Map<String, Object> members) {
    return Response.ok(Json.text(members), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
