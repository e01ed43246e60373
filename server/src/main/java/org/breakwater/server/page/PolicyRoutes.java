package org.breakwater.server.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.server.Problem;
import org.breakwater.server.policy.PolicyJson;
import org.breakwater.server.policy.Rules;
import org.breakwater.server.publication.Publishing;
import org.breakwater.server.publication.TimelineJson;

/** What anybody may read of the policy: both halves, and what was in force when. */
@Singleton
@Path("/v1/policies")
@RunOnVirtualThread
public final class PolicyRoutes {
  private final Rules rules;
  private final Publishing publishing;

  PolicyRoutes(Rules rules, Publishing publishing) {
    this.rules = rules;
    this.publishing = publishing;
  }

  @GET
  public Response timeline() {
    return Response.ok(TimelineJson.text(publishing), MediaType.APPLICATION_JSON_TYPE).build();
  }

  @GET
  @Path("{version}")
  public Response policy(
      @PathParam("version") String version,
      @HeaderParam("Accept") @DefaultValue("*/*") String accept) {
    Response response =
        rules
            .version(version)
            .map(found -> policy(found, Form.wanted(accept)))
            .orElseGet(() -> refused(unknown(version)));
    response.getHeaders().putSingle("Vary", "Accept");
    return response;
  }

  private Response policy(PolicyVersion version, Optional<Form> form) {
    if (form.isEmpty()) return refused(otherForm());
    return switch (form.get()) {
      case JSON -> Response.ok(PolicyJson.text(version), MediaType.APPLICATION_JSON_TYPE).build();
      case HTML -> PolicyPage.response(version, publishing.timeline());
    };
  }

  private Problem unknown(String version) {
    return new Problem(
        404,
        "unknown policy",
        "version",
        "`%s` is no version of the pack".formatted(version),
        "ask for one of " + String.join(", ", rules.versions()));
  }

  private static Problem otherForm() {
    return new Problem(
        406,
        "other form",
        "header Accept",
        "names no form we have",
        "ask for `application/json` or `text/html`");
  }

  private static Response refused(Problem problem) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .entity(problem.text())
        .build();
  }
}
