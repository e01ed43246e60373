package org.breakwater.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.server.Json;
import org.breakwater.server.access.Door;
import org.breakwater.server.help.MeasuredHelp;

/** Searches: whether help stands above the results, and whether the results are limited. */
@Singleton
@Path("/v1")
@RunOnVirtualThread
public final class SearchRoutes {
  /** What a search's decision calls it; searches have no id, so that none can lead back to one. */
  private static final String ID = "search";

  private static final String ARM = "Help-Arm";

  private final Decisions decisions;
  private final Holding holding;

  SearchRoutes(Decisions decisions, MeasuredHelp measured) {
    this.decisions = decisions;
    this.holding = new Holding(measured, decisions);
  }

  @POST
  @Path("searches:screen")
  @Produces(MediaType.APPLICATION_JSON)
  public Response screen(
      InputStream body,
      @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
      @HeaderParam("Help-Session") @DefaultValue("") String session,
      @Context RoutingContext request)
      throws IOException {
    Optional<byte[]> read = Replies.body(body);
    if (read.isEmpty()) return Replies.response(Problems.tooLong());
    Optional<JsonNode> search = Json.object(read.get());
    if (search.isEmpty())
      return Replies.response(Problems.badSearch("body", "must be a JSON object"));
    for (String member : List.of("query", "lang", "region")) {
      JsonNode value = search.get().path(member);
      boolean mayLack = !member.equals("query") && (value.isMissingNode() || value.isNull());
      if (!value.isTextual() && !mayLack)
        return Replies.response(Problems.badSearch(member, "must be text"));
    }
    var sender = new Decisions.Sender(Door.caller(request).name(), key, Door.trace(request));
    ContentEvent event = event(search.get());
    Reply reply = decisions.screen(event, read.get(), sender).join();
    Response response = Replies.response(reply);
    return switch (reply) {
      case Reply.Refused _ -> response;
      case Reply.Decided(var json, var _) ->
          Response.fromResponse(response)
              .header(ARM, holding.of(event, json, session).word())
              .build();
    };
  }

  private static ContentEvent event(JsonNode search) {
    String query = search.path("query").asText();
    return ContentEvent.of(ID, query, Surface.SEARCH, search.path("lang").asText(""))
        .withRegion(search.path("region").asText(""));
  }
}
