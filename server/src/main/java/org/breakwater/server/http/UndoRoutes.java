package org.breakwater.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.server.Json;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.Door;
import org.breakwater.store.action.Actions;
import org.breakwater.store.action.Actions.Selected;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.Answer;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.time.Time;

/** Undoes many actions, of which somebody has seen before how many and which they are. */
@Singleton
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class UndoRoutes {
  private static final int SET_MAX = 5_000;
  private static final int SAMPLE = 20;

  /** Decisions go on between these. */
  private static final int AT_ONCE = 100;

  private final Actions actions;
  private final Deeds deeds;
  private final Standing standing;
  private final LogSecrets secrets;
  private final Time time;

  UndoRoutes(Actions actions, Deeds deeds, Standing standing, LogSecrets secrets, Time time) {
    this.actions = actions;
    this.deeds = deeds;
    this.standing = standing;
    this.secrets = secrets;
    this.time = time;
  }

  @POST
  @Path("actions:undo")
  public Response undo(InputStream body, @Context RoutingContext request) throws IOException {
    Optional<byte[]> read = Replies.body(body);
    if (read.isEmpty()) return Replies.response(Problems.tooLong());
    Optional<JsonNode> wanted = Json.object(read.get());
    if (wanted.isEmpty())
      return Replies.response(Problems.badUndo("body", "must be a JSON object"));
    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    return switch (UndoSet.read(wanted.get(), now)) {
      case UndoSet.Read.Rejected(var faults) -> Replies.response(Problems.badUndo(faults));
      case UndoSet.Read.Accepted(var set) -> undo(set, Door.caller(request));
    };
  }

  private Response undo(UndoSet set, Caller caller) {
    List<Selected> selected = actions.select(set.selection(), SET_MAX + 1);
    if (selected.size() > SET_MAX) return Replies.response(Problems.tooMany(SET_MAX));
    String token = set.token(secrets, selected, caller.name());
    if (set.isPreview()) return preview(set, selected, token);
    if (!token.equals(set.token()))
      return Replies.response(
          Problems.overtaken("token", "stands for another set than this selection is now"));
    return undo(set, selected, caller);
  }

  private static Response preview(UndoSet set, List<Selected> selected, String token) {
    Map<String, Object> members = counts(selected);
    members.put(
        "sample",
        selected.stream()
            .filter(Selected::isRecorded)
            .limit(SAMPLE)
            .map(each -> each.action().toString())
            .toList());
    members.put("until", set.selection().until().toString());
    members.put("token", token);
    return ok(members);
  }

  /** Of what leaves no record only a number, and none that is small. */
  private static Map<String, Object> counts(List<Selected> selected) {
    long named = selected.stream().filter(Selected::isRecorded).count();
    long unnamed = selected.size() - named;
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("count", named);
    boolean shown = unnamed == 0 || unnamed >= Volumes.SHOWN_MIN;
    members.put("withoutRecord", shown ? unnamed : Json.NULL);
    return members;
  }

  private Response undo(UndoSet set, List<Selected> selected, Caller caller) {
    Map<String, Object> act = new LinkedHashMap<>();
    act.put("act", "undo actions");
    act.put("by", caller.name());
    act.put("object", "those" + set.words());
    act.put("reason", set.reason());
    deeds.enter(new Act.Deed(Json.text(act), true));
    long undone = 0;
    for (int i = 0; i < selected.size(); i += AT_ONCE) {
      List<Selected> some = selected.subList(i, Math.min(selected.size(), i + AT_ONCE));
      List<Act> acts = some.stream().<Act>map(each -> act(each, set, caller)).toList();
      undone += deeds.attempt(acts).stream().filter(Answer.Logged.class::isInstance).count();
    }
    standing.refresh();
    Map<String, Object> members = counts(selected);
    // An action goes with another of its content, so that not each has an entry of its own.
    members.put("entries", undone);
    return ok(members);
  }

  private static Act.Undone act(Selected selected, UndoSet set, Caller caller) {
    return ActionRoutes.undone(
        selected.action().toString(), selected.isRecorded(), set.reason(), true, caller);
  }

  private static Response ok(Map<String, Object> members) {
    return Response.ok(Json.text(members), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
