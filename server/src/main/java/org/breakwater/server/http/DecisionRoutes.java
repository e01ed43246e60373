package org.breakwater.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.breakwater.engine.content.Surface;
import org.breakwater.server.Json;
import org.breakwater.server.access.Door;
import org.breakwater.server.cloudevent.ContentCloudEvent;

/**
 * Decisions to make, one at a time, and ads. The one busy path: it is not handed from thread to
 * thread as other routes are. The connection's own thread reads, decides and, when the log has
 * committed, answers.
 */
@Singleton
public final class DecisionRoutes {
  /** Of long bodies. */
  private static final int LONG_AT_ONCE = 16;

  private final Decisions decisions;
  private final Semaphore room = new Semaphore(LONG_AT_ONCE);

  /** Long bodies are decided here, so that short ones on other connections do not wait. */
  private final Executor aside =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("long-bodies-", 1).factory());

  private final Map<String, Entrance> entrances =
      Map.of("/v1/decisions", this::decide, "/v1/ads:review", this::reviewAd);

  DecisionRoutes(Decisions decisions) {
    this.decisions = decisions;
  }

  /** Decides what came in. */
  private interface Entrance {
    CompletableFuture<Reply> decide(byte[] body, Decisions.Sender sender);
  }

  void stand(@Observes Router router) {
    // Not by path: what follows a colon would be the name of a parameter.
    router.post().handler(this::receive);
  }

  private void receive(RoutingContext request) {
    Entrance entrance = entrances.get(request.normalizedPath());
    if (entrance == null) {
      request.next();
      return;
    }
    MultiMap headers = request.request().headers();
    Entrance taken = ContentCloudEvent.isIn(headers) ? unpacking(headers, entrance) : entrance;
    var body = new Body(request.request(), room);
    // A request whose body breaks off is answered to nobody.
    body.whole()
        .onSuccess(
            refused ->
                refused.ifPresentOrElse(
                    why -> Replies.send(request, why), () -> receive(request, body, taken)));
  }

  /** Takes what came in out of its CloudEvent first. */
  private static Entrance unpacking(MultiMap headers, Entrance entrance) {
    return (body, sender) ->
        switch (ContentCloudEvent.read(headers, body)) {
          case ContentCloudEvent.Read.Accepted(var event) ->
              entrance.decide(event.content(), sender.naming(event.key()));
          case ContentCloudEvent.Read.Refused(var problem) ->
              CompletableFuture.completedFuture(new Reply.Refused(problem));
        };
  }

  private void receive(RoutingContext request, Body body, Entrance entrance) {
    Context own = Objects.requireNonNull(Vertx.currentContext(), "no thread of a connection");
    Deadline deadline = Deadline.parse(header(request, "X-Deadline-Ms"));
    if (deadline.equals(Deadline.UNREADABLE)) {
      body.leave();
      Replies.send(request, Problems.badDeadline());
      return;
    }
    var sender =
        new Decisions.Sender(
            Door.caller(request).name(),
            header(request, "Idempotency-Key"),
            Door.trace(request),
            task -> own.runOnContext(_ -> task.run()));
    Executor where = body.isLong() ? aside : Runnable::run;
    CompletableFuture<Reply> reply =
        CompletableFuture.completedFuture(body.bytes())
            .thenComposeAsync(each -> entrance.decide(each, sender), where);
    var _ = reply.whenComplete((_, _) -> onThread(own, body::leave));
    var _ =
        deadline
            .within(reply)
            .exceptionally(Refusals::reply)
            .thenAccept(each -> onThread(own, () -> Replies.send(request, each)));
  }

  private static void onThread(Context own, Runnable task) {
    if (Vertx.currentContext() == own) task.run();
    else own.runOnContext(_ -> task.run());
  }

  private CompletableFuture<Reply> decide(byte[] body, Decisions.Sender sender) {
    return decisions.decide(body, sender);
  }

  private CompletableFuture<Reply> reviewAd(byte[] body, Decisions.Sender sender) {
    Optional<JsonNode> ad = Json.object(body);
    if (ad.isEmpty()) return decisions.decide(body, sender);
    String surface = ad.get().path("surface").asText(Surface.AD.word());
    if (!surface.equals(Surface.AD.word()))
      return CompletableFuture.completedFuture(new Reply.Refused(Problems.noAd(surface)));
    ((ObjectNode) ad.get()).put("surface", Surface.AD.word());
    return decisions.decide(Json.text(ad.get()).getBytes(UTF_8), sender);
  }

  private static String header(RoutingContext request, String name) {
    return Objects.requireNonNullElse(request.request().getHeader(name), "");
  }
}
