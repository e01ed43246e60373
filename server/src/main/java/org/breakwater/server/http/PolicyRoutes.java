package org.breakwater.server.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.breakwater.server.policy.PolicyJson;
import org.breakwater.server.policy.Rules;

/** What anybody may read of the policy: both halves. */
@Singleton
@Path("/v1/policies")
@RunOnVirtualThread
public final class PolicyRoutes {
  private final Rules rules;

  PolicyRoutes(Rules rules) {
    this.rules = rules;
  }

  @GET
  @Path("{version}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response policy(@PathParam("version") String version) {
    return rules
        .version(version)
        .map(PolicyJson::text)
        .map(text -> Response.ok(text, MediaType.APPLICATION_JSON_TYPE).build())
        .orElseGet(() -> Replies.response(Problems.unknownPolicy(version, rules.versions())));
  }
}
