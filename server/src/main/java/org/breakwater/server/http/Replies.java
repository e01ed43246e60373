package org.breakwater.server.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.server.Problem;
import org.breakwater.store.decision.Place;

/** Bodies in, responses out. */
public final class Replies {
  private Replies() {}

  /** A body; empty when it is longer than an event may be. */
  public static Optional<byte[]> body(InputStream body) throws IOException {
    byte[] read = body.readNBytes(EventJson.LINE_BYTES_MAX + 1);
    return read.length > EventJson.LINE_BYTES_MAX ? Optional.empty() : Optional.of(read);
  }

  static Response response(Reply reply) {
    return switch (reply) {
      case Reply.Decided(var json, var place) ->
          Response.ok(json, MediaType.APPLICATION_JSON_TYPE).header("Link", link(place)).build();
      case Reply.Refused(var problem) -> response(problem);
    };
  }

  private static String link(Place place) {
    return "</v1/receipts/" + place.decision() + ">; rel=\"receipt\"";
  }

  /** Answers a request on its connection's own thread; whoever is gone is answered nothing. */
  static void send(RoutingContext request, Reply reply) {
    switch (reply) {
      case Reply.Decided(var json, var place) -> {
        HttpServerResponse response = request.response();
        response.headers().set("Content-Type", MediaType.APPLICATION_JSON);
        response.headers().set("Link", link(place));
        send(response, json);
      }
      case Reply.Refused(var problem) -> send(request, problem);
    }
  }

  static void send(RoutingContext request, Problem problem) {
    HttpServerResponse response = request.response();
    response.setStatusCode(problem.status());
    response.headers().set("Content-Type", Problem.MEDIA_TYPE);
    if (problem.status() == 503) response.headers().set("Retry-After", Problems.RETRY_AFTER);
    send(response, problem.text());
  }

  private static void send(HttpServerResponse response, String body) {
    if (!response.closed() && !response.ended()) response.end(body);
  }

  /** A refusal. */
  public static Response response(Problem problem) {
    var response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.text());
    if (problem.status() == 503) response.header("Retry-After", Problems.RETRY_AFTER);
    return response.build();
  }
}
