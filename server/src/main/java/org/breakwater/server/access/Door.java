package org.breakwater.server.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.breakwater.server.Problem;

/** Stands before every route and asks for a key. What is not named open here is closed. */
@Singleton
public final class Door {
  private static final int FIRST = 1_000;
  private static final String CALLER = "breakwater.caller";
  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;

  Door(ApiKeys keys) {
    this.keys = keys;
  }

  void stand(@Observes Filters filters) {
    filters.register(this::ask, FIRST);
  }

  /** Who sent this request; the empty name where the route is open. */
  public static String caller(RoutingContext request) {
    ApiKey caller = request.get(CALLER);
    return caller == null ? "" : caller.name();
  }

  private void ask(RoutingContext request) {
    if (isOpen(request)) {
      request.next();
      return;
    }
    Optional<ApiKey> caller =
        Optional.ofNullable(request.request().getHeader("Authorization"))
            .filter(header -> header.startsWith(BEARER))
            .flatMap(header -> keys.recognise(header.substring(BEARER.length()).strip()));
    if (caller.isEmpty()) refuse(request, unrecognised());
    else if (!mayPass(request, caller.get())) refuse(request, missingScope(request));
    else {
      request.put(CALLER, caller.get());
      request.next();
    }
  }

  private static boolean isOpen(RoutingContext request) {
    String path = request.normalizedPath();
    boolean reads =
        Scope.neededFor(request.request().method().name()).equals(Optional.of(Scope.READ));
    return reads
        && (path.equals("/checkpoint")
            || path.equals("/checkpoint/cosigned")
            || path.startsWith("/tile/")
            || path.startsWith("/v1/policies/")
            || path.equals("/q/health")
            || path.startsWith("/q/health/"));
  }

  private static boolean mayPass(RoutingContext request, ApiKey caller) {
    return Scope.neededFor(request.request().method().name())
        .filter(caller.scopes()::contains)
        .isPresent();
  }

  private static Problem unrecognised() {
    return new Problem(
        401,
        "no key",
        "header Authorization",
        "is missing or names no key that is known here",
        "send `Authorization: Bearer bw_…`; `bw serve --new-key decide,read` makes a key");
  }

  private static Problem missingScope(RoutingContext request) {
    String needed =
        Scope.neededFor(request.request().method().name())
            .map(Scope::word)
            .orElse("a scope no key has");
    return new Problem(
        403,
        "not allowed",
        "header Authorization",
        "the key does not have the scope `%s`".formatted(needed),
        "use another key");
  }

  private static void refuse(RoutingContext request, Problem problem) {
    var response = request.response().setStatusCode(problem.status());
    response.putHeader("Content-Type", Problem.MEDIA_TYPE);
    if (problem.status() == 401) response.putHeader("WWW-Authenticate", "Bearer");
    response.end(problem.text());
  }
}
