package org.breakwater.server.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.breakwater.store.decision.DecisionLog;

/** What anybody may read of the log. */
@Singleton
@Path("/checkpoint")
@RunOnVirtualThread
public final class CheckpointRoutes {
  private final DecisionLog log;

  CheckpointRoutes(DecisionLog log) {
    this.log = log;
  }

  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String checkpoint() {
    return log.checkpoint();
  }
}
