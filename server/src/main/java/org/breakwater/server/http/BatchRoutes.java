package org.breakwater.server.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.breakwater.server.access.Door;
import org.breakwater.server.cloudevent.ContentCloudEvent;
import org.breakwater.server.trace.Trace;

/** Decisions to make, many in a stream. */
@Singleton
@Path("/v1/decisions:batch")
@RunOnVirtualThread
public final class BatchRoutes {
  private static final String JSON_LINES = "application/jsonl";

  private final Decisions decisions;

  BatchRoutes(Decisions decisions) {
    this.decisions = decisions;
  }

  @POST
  @Produces(JSON_LINES)
  public Response batch(InputStream lines, @Context RoutingContext request) {
    if (ContentCloudEvent.isIn(request.request().headers()))
      return Replies.response(ContentCloudEvent.noBatch());
    // A batch is one span: its lines are many.
    var sender = new Decisions.Sender(Door.caller(request).name(), "", Trace.NONE);
    StreamingOutput answers = out -> new Batch(decisions, sender).run(lines, out);
    return Response.ok(answers, JSON_LINES).build();
  }
}
