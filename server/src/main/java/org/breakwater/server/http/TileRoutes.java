package org.breakwater.server.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.breakwater.server.Problem;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.merkle.Tile;

/** The log in pieces that never change, for whoever keeps a copy of it: commitments only. */
@Singleton
@Path("/")
@RunOnVirtualThread
public final class TileRoutes {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final DecisionLog log;

  TileRoutes(DecisionLog log) {
    this.log = log;
  }

  @GET
  @Path("tile/{tile:.+}")
  public Response tile(@PathParam("tile") String path, @Context RoutingContext request) {
    return Tile.parse(path)
        .flatMap(log::tile)
        .map(bytes -> kept(bytes, request))
        .orElseGet(() -> Replies.response(unknown("tile", "the log has no such tile yet")));
  }

  private static Response kept(byte[] tile, RoutingContext request) {
    // The door has said of this answer, as of every other, that nobody may keep it.
    request.response().headers().remove("Cache-Control");
    return Response.ok(tile, MediaType.APPLICATION_OCTET_STREAM_TYPE)
        .header("Cache-Control", FOR_EVER)
        .build();
  }

  @GET
  @Path("checkpoint/cosigned")
  public Response cosigned() {
    Optional<String> note = log.cosignedCheckpoint();
    return note.map(text -> Response.ok(text, MediaType.TEXT_PLAIN_TYPE).build())
        .orElseGet(() -> Replies.response(unknown("checkpoint", "no witness has signed one yet")));
  }

  private static Problem unknown(String member, String reason) {
    return new Problem(404, "unknown tile", member, reason, "read /checkpoint for the log's size");
  }
}
