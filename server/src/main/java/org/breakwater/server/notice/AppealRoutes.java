package org.breakwater.server.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.casework.appeal.AppealClock;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.server.Json;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.Door;
import org.breakwater.server.http.Names;
import org.breakwater.store.decision.Appeal;
import org.breakwater.store.decision.Appeals;
import org.breakwater.store.decision.Dossiers;
import org.breakwater.store.time.Time;

/** Appeals that come by the platform's own form, and those that wait for a person's ruling. */
@Singleton
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class AppealRoutes {
  private static final int PAGE = 50;

  private final Appeals appeals;
  private final AppealFiling filing;
  private final NoticeLinks links;
  private final Dossiers dossiers;
  private final Deeds deeds;
  private final Time time;

  AppealRoutes(
      Appeals appeals,
      AppealFiling filing,
      NoticeLinks links,
      Dossiers dossiers,
      Deeds deeds,
      Time time) {
    this.appeals = appeals;
    this.filing = filing;
    this.links = links;
    this.dossiers = dossiers;
    this.deeds = deeds;
    this.time = time;
  }

  @POST
  @Path("decisions/{decision}/appeals")
  public Response file(@PathParam("decision") String decision, InputStream body)
      throws IOException {
    byte[] read = body.readNBytes(EventJson.LINE_BYTES_MAX + 1);
    if (read.length > EventJson.LINE_BYTES_MAX)
      return NoticeProblems.response(NoticeProblems.tooLong());
    Optional<JsonNode> stated = Json.object(read);
    if (stated.isEmpty()) return NoticeProblems.response(NoticeProblems.noObject());
    LocalDate today = time.today();
    Optional<NoticeToken> token =
        links
            .openLink(stated.get().path("link").asText(), today)
            .filter(each -> each.statement().decision().toString().equals(decision));
    if (token.isEmpty()) return NoticeProblems.response(NoticeProblems.badLink());
    JsonNode text = stated.get().path("text");
    return switch (filing.file(token.get(), text.isTextual() ? text.asText() : "", today)) {
      case AppealFiling.Filed.Accepted(var appeal) ->
          Response.status(201).entity(Json.text(members(appeal, today))).build();
      case AppealFiling.Filed.Open(var appeal) ->
          NoticeProblems.response(NoticeProblems.appealIsOpen(appeal.number()));
      case AppealFiling.Filed.BadText _ ->
          NoticeProblems.response(NoticeProblems.badText(AppealFiling.TEXT_MAX));
      case AppealFiling.Filed.NothingToAppeal _ ->
          NoticeProblems.response(NoticeProblems.nothingToAppeal());
    };
  }

  private static Map<String, Object> members(Appeal appeal, LocalDate today) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("appeal", appeal.appeal().toString());
    members.put("number", appeal.number());
    members.put("decision", appeal.decision().toString());
    members.put("revision", appeal.revision());
    members.put("state", appeal.state().word());
    members.put("filedOn", appeal.filedOn().toString());
    members.put("daysOpen", AppealClock.daysOpen(appeal.filedOn(), today));
    members.put("overdue", AppealClock.isOverdue(appeal.filedOn(), today));
    return members;
  }

  /** Open appeals, oldest first; reading what people wrote is in the log before it is shown. */
  @GET
  @Path("appeals")
  public Response open(
      @QueryParam("after") @DefaultValue("") String after, @Context RoutingContext request) {
    Optional<Appeal> cursor = Names.uuid(after).flatMap(appeals::find);
    if (cursor.isEmpty() && !after.isEmpty())
      return NoticeProblems.response(NoticeProblems.badPage());
    List<Appeal> page = appeals.open(cursor, PAGE);
    Caller caller = Door.caller(request);
    if (!page.isEmpty()) deeds.enter("read appeals", caller.name(), page.size() + " appeals");
    LocalDate today = time.today();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("appeals", page.stream().map(each -> open(each, caller, today)).toList());
    members.put(
        "next", page.size() < PAGE ? Json.NULL : "/v1/appeals?after=" + page.getLast().appeal());
    return Response.ok(Json.text(members)).build();
  }

  private Map<String, Object> open(Appeal appeal, Caller caller, LocalDate today) {
    Map<String, Object> members = members(appeal, today);
    members.put("text", appeal.text());
    Optional<Dossiers.Kept> kept = dossiers.kept(appeal.decision());
    members.put("words", kept.<Object>map(Dossiers.Kept::text).orElse(Json.NULL));
    boolean ruledBefore =
        dossiers.rulingsOn(appeal.content(), appeal.revision()).stream()
            .anyMatch(ruling -> ruling.by().equals(caller.name()));
    members.put("mayRule", !ruledBefore);
    return members;
  }
}
