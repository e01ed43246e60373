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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.server.Json;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.Door;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.UndoJobs;
import org.breakwater.store.time.Time;

/** Undoes many actions, of which somebody has seen before how many and which they are. */
@Singleton
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class UndoRoutes {
  private static final int SAMPLE = 20;
  private static final Duration WAIT = Duration.ofSeconds(2);
  private static final long LOOK_MS = 20;

  private final UndoJobs jobs;
  private final Deeds deeds;
  private final Standing standing;
  private final LogSecrets secrets;
  private final Time time;

  UndoRoutes(UndoJobs jobs, Deeds deeds, Standing standing, LogSecrets secrets, Time time) {
    this.jobs = jobs;
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

  @GET
  @Path("undos/{job}")
  public Response read(@PathParam("job") String job) {
    return Names.uuid(job)
        .flatMap(jobs::find)
        .map(each -> ok(progress(each)))
        .orElseGet(() -> Replies.response(Problems.unknownUndo(job)));
  }

  private Response undo(UndoSet set, Caller caller) {
    UndoJobs.Summary selected = jobs.summary(set.selection(), SAMPLE);
    String token = set.token(secrets, selected, caller.name());
    if (set.isPreview()) return preview(set, selected, token);
    if (!token.equals(set.token()))
      return Replies.response(
          Problems.overtaken("token", "stands for another set than this selection is now"));
    return undo(set, selected, caller);
  }

  private static Response preview(UndoSet set, UndoJobs.Summary selected, String token) {
    Map<String, Object> members = counts(selected.recorded(), selected.unrecorded());
    members.put("sample", selected.sample().stream().map(UUID::toString).toList());
    members.put("until", set.selection().until().toString());
    members.put("token", token);
    return ok(members);
  }

  /** Of what leaves no record only a number, and none that is small. */
  private static Map<String, Object> counts(long recorded, long unrecorded) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("count", recorded);
    boolean shown = unrecorded == 0 || unrecorded >= Volumes.SHOWN_MIN;
    members.put("withoutRecord", shown ? unrecorded : Json.NULL);
    return members;
  }

  /** One act of one person; the writer goes on with it when this has been answered. */
  private Response undo(UndoSet set, UndoJobs.Summary selected, Caller caller) {
    Map<String, Object> act = new LinkedHashMap<>();
    act.put("act", "undo actions");
    act.put("by", caller.name());
    act.put("object", "those" + set.words());
    act.put("reason", set.reason());
    UUID job =
        deeds
            .enter(
                new Act.UndoneTogether(
                    Json.text(act),
                    set.selection(),
                    caller.name(),
                    set.reason(),
                    selected.recorded(),
                    selected.unrecorded()))
            .decision();
    UndoJobs.Progress progress = awaited(job);
    standing.refresh();
    return ok(progress(progress));
  }

  /** A small one is over soon, and its answer says so. */
  private UndoJobs.Progress awaited(UUID job) {
    long end = System.nanoTime() + WAIT.toNanos();
    UndoJobs.Progress progress = jobs.find(job).orElseThrow();
    try {
      while (!progress.isDone() && System.nanoTime() < end) {
        Thread.sleep(LOOK_MS);
        progress = jobs.find(job).orElseThrow();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return progress;
  }

  private static Map<String, Object> progress(UndoJobs.Progress progress) {
    Map<String, Object> members = counts(progress.recorded(), progress.unrecorded());
    members.put("job", progress.job().toString());
    members.put("state", progress.isDone() ? "done" : "running");
    members.put("percent", progress.percent());
    // An action goes with another of its content, so that not each has an entry of its own.
    if (progress.isDone()) members.put("entries", progress.entries());
    return members;
  }

  private static Response ok(Map<String, Object> members) {
    return Response.ok(Json.text(members), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
