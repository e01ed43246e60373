package org.breakwater.server.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.server.Json;
import org.breakwater.server.Problem;
import org.breakwater.server.access.Door;
import org.breakwater.server.http.Replies;
import org.breakwater.store.webhook.DeadLetter;
import org.breakwater.store.webhook.DeadLetters;

/** What did not arrive, and how it is sent again. */
@Singleton
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class DeadLetterRoutes {
  private static final int PAGE = 50;
  private static final UUID LAST = new UUID(-1, -1);
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  private final DeadLetters letters;

  DeadLetterRoutes(DeadLetters letters) {
    this.letters = letters;
  }

  @GET
  @Path("dead")
  public Response list(@QueryParam("before") @DefaultValue("") String before) {
    String[] parts = before.split("\\.", 2);
    Optional<Long> message = Cursor.number(parts[0]);
    Optional<UUID> endpoint = parts.length < 2 ? Optional.of(LAST) : Cursor.uuid(parts[1]);
    if (message.isEmpty() || endpoint.isEmpty()) return Replies.response(Cursor.bad());
    List<DeadLetter> page = letters.page(message.get(), endpoint.get(), PAGE);
    String next =
        page.size() < PAGE
            ? ""
            : "/v1/webhooks/dead?before=%d.%s"
                .formatted(page.getLast().message(), page.getLast().endpoint());
    return EndpointRoutes.ok(
        200, WebhookJson.page("dead", page.stream().map(WebhookJson::letter).toList(), next));
  }

  @POST
  @Path("replays")
  public Response replay(InputStream body, @Context RoutingContext request) throws IOException {
    Optional<byte[]> read = Replies.body(body);
    Optional<JsonNode> wanted = read.flatMap(Json::object);
    if (wanted.isEmpty()) return bad("body", "must be a JSON object");
    Optional<DeadLetters.Which> which = which(wanted.get());
    if (which.isEmpty())
      return bad("message", "must be such as `msg_42`, or `from` and `to` times in RFC 3339");
    var replayed = letters.replay(Door.caller(request).name(), which.get());
    return EndpointRoutes.ok(200, Json.text(WebhookJson.replayed(replayed)));
  }

  private static Response bad(String member, String reason) {
    return Replies.response(
        new Problem(
            400,
            "bad replay",
            member,
            reason,
            "send `{\"message\":\"msg_42\"}`, or `{\"from\":\"…\",\"to\":\"…\"}`"));
  }

  private static Optional<DeadLetters.Which> which(JsonNode wanted) {
    if (wanted.has("message")) {
      boolean isAlone = !wanted.has("from") && !wanted.has("to");
      return isAlone ? message(wanted.path("message").asText()) : Optional.empty();
    }
    return between(wanted.path("from").asText(), wanted.path("to").asText());
  }

  /** One message by its id. */
  static Optional<DeadLetters.Which> message(String id) {
    return id.matches("msg_[0-9]{1,18}")
        ? Optional.of(DeadLetters.Which.one(Long.parseLong(id.substring("msg_".length()))))
        : Optional.empty();
  }

  /** All that were given up between two times in RFC 3339. */
  static Optional<DeadLetters.Which> between(String from, String to) {
    try {
      Instant first = OffsetDateTime.parse(from).toInstant();
      Instant last = OffsetDateTime.parse(to).toInstant();
      boolean isRange =
          !first.isBefore(Instant.EPOCH) && first.isBefore(last) && !last.isAfter(END);
      return isRange ? Optional.of(DeadLetters.Which.between(first, last)) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
