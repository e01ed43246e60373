package org.breakwater.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.breakwater.engine.policy.Automation;
import org.breakwater.server.Json;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.Door;
import org.breakwater.server.enforcement.Breakers;
import org.breakwater.server.enforcement.Figures;
import org.breakwater.server.enforcement.Limits;
import org.breakwater.server.enforcement.Restraints;
import org.breakwater.server.enforcement.Watch;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.action.BreakerTable;
import org.breakwater.store.decision.Answer;

/** Circuit breakers: read by anybody, switched by people. */
@Singleton
@Path("/v1/breakers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class BreakerRoutes {
  private static final String OPEN = "open";
  private static final String CLOSED = "closed";

  private final Breakers breakers;
  private final Limits limits;
  private final Rules rules;
  private final Deeds deeds;

  BreakerRoutes(Restraints restraints, Rules rules, Deeds deeds) {
    this.breakers = restraints.breakers();
    this.limits = restraints.limits();
    this.rules = rules;
    this.deeds = deeds;
  }

  @GET
  public Response list() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("opensBy", opensBy());
    members.put("breakers", breakers.all().stream().map(BreakerRoutes::json).toList());
    members.put("usedUpToday", breakers.usedUp().stream().sorted().toList());
    return ok(members);
  }

  /** The published ceilings. */
  private Map<String, Object> opensBy() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("mistakenMax", Figures.MISTAKEN_MAX);
    members.put("mistakenAlpha", Figures.MISTAKEN_ALPHA);
    members.put("removalsMin", Figures.REMOVALS_MIN);
    members.put("removalsADay", limits.removalsADay());
    members.put("changeMin", Figures.CHANGE_MIN);
    members.put("changeAlphaADay", Figures.CHANGE_ALPHA_A_DAY);
    members.put("changeDays", Figures.CHANGE_DAYS);
    members.put("changeDecisionsMin", Figures.HOUR_MIN);
    return members;
  }

  private static Map<String, Object> json(BreakerTable.Breaker breaker) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("clause", breaker.clause());
    members.put("lang", breaker.lang());
    members.put("state", breaker.isOpen() ? OPEN : CLOSED);
    members.put("reason", breaker.reason());
    members.put("by", Watch.isByFigure(breaker) ? "figure" : "person");
    members.put("at", breaker.at().toString());
    return members;
  }

  @POST
  public Response change(InputStream body, @Context RoutingContext request) throws IOException {
    Optional<byte[]> read = Replies.body(body);
    if (read.isEmpty()) return Replies.response(Problems.tooLong());
    Optional<JsonNode> wanted = Json.object(read.get());
    if (wanted.isEmpty())
      return Replies.response(Problems.badBreaker(List.of("body: must be a JSON object")));
    List<String> faults = new ArrayList<>();
    String clause = wanted.get().path("clause").asText();
    if (!isKnown(clause)) faults.add("clause: is no clause of the policy in force, nor `*`");
    String lang = wanted.get().path("lang").asText();
    if (!lang.matches("[a-z]{2,3}|\\*")) faults.add("lang: must be such as `es`, or `*`");
    String state = wanted.get().path("state").asText();
    if (!state.equals(OPEN) && !state.equals(CLOSED)) faults.add("state: must be open or closed");
    Optional<String> reason = ReasonText.of(wanted.get().path("reason"));
    if (reason.isEmpty()) faults.add("reason: " + ReasonText.FAULT);
    if (!faults.isEmpty()) return Replies.response(Problems.badBreaker(faults));
    boolean opens = state.equals(OPEN);
    if (!opens && breakers.usedUp().contains(clause))
      return Replies.response(
          Problems.overtaken("clause", "its removals of today are used up until midnight UTC"));
    Caller caller = Door.caller(request);
    var act = Watch.act(clause, lang, opens, reason.orElseThrow(), caller.name());
    if (deeds.attempt(act) instanceof Answer.Refused(var why))
      return Replies.response(Problems.overtaken("state", why));
    breakers.refresh();
    return breakers.all().stream()
        .filter(each -> each.clause().equals(clause) && each.lang().equals(lang))
        .map(each -> ok(json(each)))
        .findFirst()
        .orElseThrow();
  }

  private boolean isKnown(String clause) {
    boolean was = breakers.all().stream().anyMatch(each -> each.clause().equals(clause));
    return was
        || clause.equals(Automation.Breaker.ANY)
        || rules.inForce().version().clause(clause).isPresent();
  }

  private static Response ok(Map<String, Object> members) {
    return Response.ok(Json.text(members), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
