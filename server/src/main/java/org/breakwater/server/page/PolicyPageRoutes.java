package org.breakwater.server.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.breakwater.server.publication.Publishing;

/** The version in force, for readers, under an address that stays. */
@Singleton
@Path("/policy")
@RunOnVirtualThread
public final class PolicyPageRoutes {
  private final Publishing publishing;

  PolicyPageRoutes(Publishing publishing) {
    this.publishing = publishing;
  }

  @GET
  public Response inForce() {
    return PolicyPage.response(publishing.rules().inForce().version(), publishing.timeline());
  }
}
