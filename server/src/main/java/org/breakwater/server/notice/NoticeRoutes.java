package org.breakwater.server.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.casework.notice.Language;
import org.breakwater.casework.notice.NoticeText;
import org.breakwater.casework.notice.StatementOfReasons;
import org.breakwater.casework.notice.TransparencyStatement;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.server.Json;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.Door;
import org.breakwater.server.access.PublicAddress;
import org.breakwater.server.http.Names;
import org.breakwater.store.decision.Dossier;
import org.breakwater.store.decision.Dossiers;
import org.breakwater.store.decision.LogSecrets;

/** Notices for the platform to hand over. */
@Singleton
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class NoticeRoutes {
  private final Dossiers dossiers;
  private final Notices notices;
  private final NoticeLinks links;
  private final NoticeFigures figures;
  private final LogSecrets secrets;
  private final PublicAddress address;
  private final Deeds deeds;

  NoticeRoutes(
      Dossiers dossiers,
      Notices notices,
      NoticeLinks links,
      NoticeFigures figures,
      LogSecrets secrets,
      PublicAddress address,
      Deeds deeds) {
    this.dossiers = dossiers;
    this.notices = notices;
    this.links = links;
    this.figures = figures;
    this.secrets = secrets;
    this.address = address;
    this.deeds = deeds;
  }

  @POST
  @Path("decisions/{decision}/notices")
  public Response make(
      @PathParam("decision") String decision, InputStream body, @Context RoutingContext request)
      throws IOException {
    byte[] read = body.readNBytes(EventJson.LINE_BYTES_MAX + 1);
    if (read.length > EventJson.LINE_BYTES_MAX)
      return NoticeProblems.response(NoticeProblems.tooLong());
    Optional<JsonNode> wanted = Json.object(read.length == 0 ? new byte[] {'{', '}'} : read);
    if (wanted.isEmpty()) return NoticeProblems.response(NoticeProblems.noObject());
    return switch (NoticeRequest.of(wanted.get())) {
      case NoticeRequest.Read.Rejected(var faults) ->
          NoticeProblems.response(NoticeProblems.badNotice(faults));
      case NoticeRequest.Read.Accepted(var accepted) -> make(decision, accepted, request);
    };
  }

  private Response make(String decision, NoticeRequest wanted, RoutingContext request) {
    Optional<Dossier> found = Names.uuid(decision).flatMap(dossiers::find);
    if (found.isEmpty()) return NoticeProblems.response(NoticeProblems.unknownDecision(decision));
    return switch (notices.of(found.get(), wanted)) {
      case Notices.Made.Refused(var problem) -> NoticeProblems.response(problem);
      case Notices.Made.Notice made -> {
        deeds.enter("notify", Door.caller(request).name(), decision, found.get().isKept());
        figures.made();
        yield Response.status(201).entity(json(made, wanted, base(request))).build();
      }
    };
  }

  /** The server as the person's browser will see it. */
  private String base(RoutingContext request) {
    return address.origin().isEmpty()
        ? "http://" + request.request().authority()
        : address.origin();
  }

  private String json(Notices.Made.Notice made, NoticeRequest wanted, String base) {
    StatementOfReasons statement = made.token().statement();
    Language language = Language.of(wanted.lang().isEmpty() ? statement.lang() : wanted.lang());
    NoticeText text = NoticeText.of(statement, Optional.of(made.version()), language);
    String link = "%s/n/%s?lang=%s".formatted(base, links.token(made.token()), language.code());
    boolean said = wanted.contentOn().isAfter(LocalDate.MIN);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("link", link);
    members.put("lang", language.code());
    members.put("subject", text.subject());
    members.put("text", text.plain(link, base + NoticePage.HELP + language.code()));
    members.put("appealUntil", statement.appealUntil().toString());
    members.put(
        "statement",
        TransparencyStatement.members(
            statement,
            "bw-" + name(statement.decision()),
            said ? wanted.contentOn() : statement.on()));
    return Json.text(members);
  }

  /** Public, so it must tell neither the decision nor its time. */
  private UUID name(UUID decision) {
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(decision.getMostSignificantBits())
            .putLong(decision.getLeastSignificantBits())
            .array();
    return secrets.name("statement", bytes);
  }
}
