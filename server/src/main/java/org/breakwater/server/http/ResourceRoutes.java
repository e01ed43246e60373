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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.server.Json;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.Door;
import org.breakwater.server.help.Card;
import org.breakwater.server.help.CurrentHelp;
import org.breakwater.server.help.HelpJson;
import org.breakwater.server.help.MeasuredHelp;
import org.breakwater.server.help.Standing;
import org.breakwater.server.help.Topic;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.HelpCheck;

/** Places to get help: what is verified, and what people find out about them. */
@Singleton
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ResourceRoutes {
  private final CurrentHelp help;
  private final MeasuredHelp measured;
  private final Deeds deeds;

  ResourceRoutes(CurrentHelp help, MeasuredHelp measured, Deeds deeds) {
    this.help = help;
    this.measured = measured;
    this.deeds = deeds;
  }

  @GET
  @Path("resources")
  public Response list(
      @QueryParam("country") @DefaultValue("") String country,
      @QueryParam("lang") @DefaultValue("") String lang) {
    List<Standing> all = help.standings();
    List<Map<String, Object>> shown =
        all.stream()
            .map(Standing::resource)
            .flatMap(Optional::stream)
            .filter(each -> country.isEmpty() || each.entry().regions().contains(country))
            .filter(each -> lang.isEmpty() || each.languages().contains(lang))
            .map(HelpJson::members)
            .toList();
    long verified = all.stream().filter(each -> each.resource().isPresent()).count();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("resources", shown);
    members.put("verified", verified);
    members.put("notShown", all.size() - verified);
    return ok(members);
  }

  @GET
  @Path("resources/{id}")
  public Response read(@PathParam("id") String id) {
    return find(id)
        .map(found -> ok(HelpJson.members(found, help.checks(id))))
        .orElseGet(() -> Replies.response(Problems.unknownResource(id)));
  }

  private Optional<Standing> find(String id) {
    return help.standings().stream().filter(each -> each.entry().id().equals(id)).findFirst();
  }

  @GET
  @Path("cards")
  public Response card(
      @QueryParam("topic") @DefaultValue("") String topic,
      @QueryParam("lang") @DefaultValue("en") String lang,
      @QueryParam("region") @DefaultValue("") String region,
      @QueryParam("more") @DefaultValue("") String more,
      @HeaderParam("Help-Session") @DefaultValue("") String session) {
    Optional<Topic> known = Topic.named(topic);
    if (known.isEmpty()) return Replies.response(Problems.unknownTopic(topic));
    Card card = Card.of(known.get(), lang, region, more.equals("yes"), help.verified());
    Map<String, Object> members = card.members();
    members.put("arm", measured.arm(known.get(), session).word());
    return ok(members);
  }

  @POST
  @Path("resources/{id}/verifications")
  public Response verify(
      @PathParam("id") String id, InputStream body, @Context RoutingContext request)
      throws IOException {
    return enter(id, "verified", body, Door.caller(request));
  }

  @POST
  @Path("resources/{id}/suspensions")
  public Response suspend(
      @PathParam("id") String id, InputStream body, @Context RoutingContext request)
      throws IOException {
    return enter(id, "suspended", body, Door.caller(request));
  }

  @POST
  @Path("resources/{id}/withdrawals")
  public Response withdraw(
      @PathParam("id") String id, InputStream body, @Context RoutingContext request)
      throws IOException {
    return enter(id, "withdrawn", body, Door.caller(request));
  }

  private Response enter(String id, String kind, InputStream body, Caller caller)
      throws IOException {
    Optional<byte[]> read = Replies.body(body);
    if (read.isEmpty()) return Replies.response(Problems.tooLong());
    Optional<Standing> found = find(id);
    if (found.isEmpty()) return Replies.response(Problems.unknownResource(id));
    Optional<JsonNode> stated = Json.object(read.get());
    if (stated.isEmpty())
      return Replies.response(
          Problems.badCheck(List.of(new CheckRequest.Fault("body", "must be a JSON object"))));
    return switch (CheckRequest.read(kind, found.get().entry(), stated.get(), help.today())) {
      case CheckRequest.Read.Refused(var faults) -> Replies.response(Problems.badCheck(faults));
      case CheckRequest.Read.OtherEntry(var hash) ->
          Replies.response(Problems.changedResource(id, hash));
      case CheckRequest.Read.Accepted accepted -> entered(accepted.by(caller.name()));
    };
  }

  private Response entered(HelpCheck.Finding finding) {
    var act = new Act.Checked(Json.text(act(finding)), finding);
    var check = new HelpCheck(deeds.enter(act).decision(), finding);
    help.refresh();
    return Response.status(201)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(Json.text(HelpJson.check(check)))
        .build();
  }

  private static Map<String, Object> act(HelpCheck.Finding finding) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("act", "check help");
    members.put("by", finding.by());
    members.put("resource", finding.entry());
    members.put("entry", finding.entryHash());
    members.put("kind", finding.kind());
    members.put("method", finding.method());
    members.put("sharesWithImmigration", finding.shares());
    members.put("verifiedAt", finding.checkedOn().toString());
    members.put("expiresAt", finding.expiresOn().toString());
    members.put("note", finding.note());
    return members;
  }

  private static Response ok(Map<String, Object> members) {
    return Response.ok(Json.text(members), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
