package org.breakwater.server.http;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.server.Json;
import org.breakwater.server.Problem;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.Door;
import org.breakwater.store.decision.Appeal;
import org.breakwater.store.decision.Appeals;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.Dossier;
import org.breakwater.store.decision.Dossiers;

/** What is still known of decisions, and what people rule on them. */
@Singleton
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class DossierRoutes {
  private static final int PAGE = 50;

  private final Dossiers dossiers;
  private final DecisionLog log;
  private final Decisions decisions;
  private final Rulings rulings;
  private final Deeds deeds;
  private final Appeals appeals;

  DossierRoutes(
      Dossiers dossiers,
      DecisionLog log,
      Decisions decisions,
      Rulings rulings,
      Deeds deeds,
      Appeals appeals) {
    this.appeals = appeals;
    this.dossiers = dossiers;
    this.log = log;
    this.decisions = decisions;
    this.rulings = rulings;
    this.deeds = deeds;
  }

  @GET
  @Path("decisions/{decision}")
  public Response decision(
      @PathParam("decision") String decision, @Context RoutingContext request) {
    Caller caller = Door.caller(request);
    Optional<Dossier> found = Names.uuid(decision).flatMap(dossiers::find);
    found.ifPresent(dossier -> enterRead(dossier, caller));
    return found
        .flatMap(
            dossier ->
                log.receipt(dossier.place().decision())
                    .map(receipt -> DossierJson.text(dossier, receipt, caller)))
        .map(DossierRoutes::ok)
        .orElseGet(() -> Replies.response(Problems.unknownDecision(decision)));
  }

  /** Reading what somebody wrote is in the log before it is shown. */
  private void enterRead(Dossier dossier, Caller caller) {
    boolean personal =
        caller instanceof Caller.Person
            && dossier.recorded().isPresent()
            && Redaction.SENT.isSeenBy(caller);
    if (personal)
      deeds.enter("read", caller.name(), dossier.place().decision().toString(), dossier.isKept());
  }

  @GET
  @Path("receipts/{decision}")
  public Response receipt(@PathParam("decision") String decision) {
    return Names.uuid(decision)
        .flatMap(log::receipt)
        .map(ReceiptJson::text)
        .map(DossierRoutes::ok)
        .orElseGet(() -> Replies.response(Problems.unknownDecision(decision)));
  }

  @GET
  @Path("contents/{content}/decisions")
  public Response ofContent(
      @PathParam("content") String content, @QueryParam("before") @DefaultValue("") String before) {
    Optional<UUID> cursor = Names.uuid(before);
    if (cursor.isEmpty() && !before.isEmpty())
      return Replies.response(Problems.badPage("before", "names no decision"));
    List<Dossier> page = dossiers.of(decisions.content(content), cursor, PAGE);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("decisions", page.stream().map(DossierJson::compact).toList());
    members.put(
        "next",
        page.size() < PAGE
            ? Json.NULL
            : "/v1/contents/%s/decisions?before=%s"
                .formatted(
                    java.net.URLEncoder.encode(content, java.nio.charset.StandardCharsets.UTF_8),
                    page.getLast().place().decision()));
    return ok(Json.text(members));
  }

  @POST
  @Path("decisions/{decision}/rulings")
  public Response rule(
      @PathParam("decision") String decision, InputStream body, @Context RoutingContext request)
      throws IOException {
    Optional<byte[]> read = Replies.body(body);
    if (read.isEmpty()) return Replies.response(Problems.tooLong());
    Optional<JsonNode> wanted = Json.object(read.get());
    if (wanted.isEmpty())
      return Replies.response(Problems.badRuling("body", "must be a JSON object"));
    Optional<Appeal> appeal =
        Names.uuid(wanted.get().path("appeal").asText()).flatMap(appeals::find);
    Optional<Rulings.Matter> found = Names.uuid(decision).flatMap(each -> matter(each, appeal));
    if (found.isEmpty()) return Replies.response(Problems.unknownDecision(decision));
    return rule(found.get(), appeal, wanted.get(), Door.caller(request));
  }

  /** What leaves no record has no row after a week; an appeal against it still says what it is. */
  private Optional<Rulings.Matter> matter(UUID decision, Optional<Appeal> appeal) {
    Optional<Dossier> dossier = dossiers.find(decision);
    return appeal
        .filter(each -> each.decision().equals(decision))
        .map(
            each ->
                new Rulings.Matter(
                    decision, each.content(), each.revision(), each.isRecorded(), dossier))
        .or(() -> dossier.map(Rulings.Matter::of));
  }

  private Response rule(
      Rulings.Matter about, Optional<Appeal> appeal, JsonNode wanted, Caller caller) {
    String outcome = wanted.path("outcome").asText();
    if (Ruled.OUTCOMES.stream().map(Outcome::word).noneMatch(outcome::equals))
      return Replies.response(Problems.badRuling("outcome", "must be one of " + words()));
    Optional<String> reason = ReasonText.of(wanted.path("reason"));
    if (reason.isEmpty()) return Replies.response(Problems.badRuling("reason", ReasonText.FAULT));
    int revision = about.revision() > 0 ? about.revision() : wanted.path("revision").asInt(0);
    if (revision < 1)
      return Replies.response(
          Problems.badRuling("revision", "of the content is needed, for nothing of it is kept"));
    Optional<Problem> barred = barred(about, revision, appeal, wanted, caller);
    if (barred.isPresent()) return Replies.response(barred.get());
    var entered = rulings.enter(about.at(revision), appeal, outcome, reason.orElseThrow(), caller);
    Map<String, Object> members = DossierJson.ruling(entered.ruling(), caller);
    entered
        .answered()
        .ifPresent(
            each -> {
              members.put("appeal", each.appeal().toString());
              members.put("result", each.result().word());
            });
    return Response.status(201)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(Json.text(members))
        .build();
  }

  /**
   * While an appeal is open, whatever is ruled on the content decides it, and not by who ruled on
   * it before (DSA, Art. 20).
   */
  private Optional<Problem> barred(
      Rulings.Matter about, int revision, Optional<Appeal> appeal, JsonNode wanted, Caller caller) {
    List<Appeal> open = appeals.openOn(about.content(), revision);
    boolean named = wanted.has("appeal");
    boolean isOne =
        appeal
            .filter(Appeal::isOpen)
            .filter(each -> each.decision().equals(about.decision()))
            .isPresent();
    if (named && !isOne) return Optional.of(Problems.noSuchAppeal());
    if (open.isEmpty()) return Optional.empty();
    if (!named) return Optional.of(Problems.appealIsOpen(open.getFirst()));
    boolean ruledBefore =
        dossiers.rulingsOn(about.content(), revision).stream()
            .anyMatch(ruling -> ruling.by().equals(caller.name()));
    return ruledBefore ? Optional.of(Problems.samePerson()) : Optional.empty();
  }

  private static String words() {
    return String.join(", ", Ruled.OUTCOMES.stream().map(Outcome::word).toList());
  }

  private static Response ok(String json) {
    return Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
