package org.breakwater.server.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.server.Problem;

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
          Response.ok(json, MediaType.APPLICATION_JSON_TYPE)
              .header("Link", "</v1/receipts/%s>; rel=\"receipt\"".formatted(place.decision()))
              .build();
      case Reply.Refused(var problem) -> response(problem);
    };
  }

  /** A refusal. */
  public static Response response(Problem problem) {
    var response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.text());
    if (problem.status() == 503) response.header("Retry-After", Problems.RETRY_AFTER);
    return response.build();
  }
}
