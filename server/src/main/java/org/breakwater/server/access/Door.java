package org.breakwater.server.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.breakwater.server.Problem;
import org.breakwater.server.trace.Trace;
import org.breakwater.server.trace.Traces;

/** Stands before every route: who are you, may you, and not so fast. */
@Singleton
public final class Door {
  private static final int FIRST = 1_000;
  private static final String CALLER = "breakwater.caller";
  private static final String SESSION = "breakwater.session";
  private static final String TRACE = "breakwater.trace";
  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;
  private final Sessions sessions;
  private final RateLimits limits;
  private final PublicAddress address;
  private final Traces traces;

  Door(ApiKeys keys, Sessions sessions, RateLimits limits, PublicAddress address, Traces traces) {
    this.keys = keys;
    this.sessions = sessions;
    this.limits = limits;
    this.address = address;
    this.traces = traces;
  }

  void stand(@Observes Filters filters) {
    filters.register(this::ask, FIRST);
  }

  /** Who sent this request. */
  public static Caller caller(RoutingContext request) {
    Caller caller = request.get(CALLER);
    return caller == null ? new Caller.Nobody() : caller;
  }

  /** The session of a request to a page that asks for one. */
  public static Session session(RoutingContext request) {
    Session session = request.get(SESSION);
    return Objects.requireNonNull(session, "this page asks for no session");
  }

  /** Where a route puts its stages. */
  public static Trace trace(RoutingContext request) {
    Trace trace = request.get(TRACE);
    return trace == null ? Trace.NONE : trace;
  }

  private void trace(RoutingContext request, Route route) {
    Trace trace = traces.begin(route.method(), route.path());
    if (trace == Trace.NONE) return;
    request.put(TRACE, trace);
    request.addEndHandler(_ -> trace.end(request.response().getStatusCode()));
  }

  private void ask(RoutingContext request) {
    SecurityHeaders.put(request, address.isEncrypted());
    String path = request.normalizedPath();
    Optional<Route> route = Routes.find(request.request().method().name(), path);
    if (route.isEmpty()) {
      nowhere(request, path);
      return;
    }
    trace(request, route.get());
    switch (route.get().way()) {
      case OPEN -> open(request, path);
      case KEY -> byKey(request, route.get());
      case SESSION, ANY_SESSION -> bySession(request, route.get());
    }
  }

  /** Whoever has no key is not told which routes there are. */
  private void nowhere(RoutingContext request, String path) {
    Optional<Caller> caller = recognised(request);
    if (isTooFast(request, caller.orElseGet(Caller.Nobody::new))) return;
    if (caller.isEmpty()) refuse(request, Refusal.noKey());
    else refuse(request, Routes.isPath(path) ? Refusal.otherMethod() : Refusal.unknownRoute());
  }

  private void open(RoutingContext request, String path) {
    if (isTooFast(request, new Caller.Nobody())) return;
    boolean logsIn = path.startsWith("/login") && !path.equals("/login/oidc");
    boolean sends = request.request().method().name().equals("POST");
    if (sends && isFromElsewhere(request.request(), path)) {
      refuse(request, Refusal.otherSite());
      return;
    }
    long wait = logsIn && sends ? limits.waitForLogin(remote(request)) : 0;
    if (wait > 0) refuse(request, Refusal.tooFast(), wait);
    else request.next();
  }

  private void byKey(RoutingContext request, Route route) {
    Optional<Caller> caller = recognised(request);
    if (isTooFast(request, caller.orElseGet(Caller.Nobody::new))) return;
    if (caller.isEmpty()) refuse(request, Refusal.noKey());
    else if (!route.admits(caller.get())) refuse(request, Refusal.notAllowed(route));
    else if (caller.get() instanceof Caller.Person person && person.mustChange())
      refuse(request, Refusal.mustChange());
    else {
      request.put(CALLER, caller.get());
      request.next();
    }
  }

  private Optional<Caller> recognised(RoutingContext request) {
    return Optional.ofNullable(request.request().getHeader("Authorization"))
        .filter(header -> header.startsWith(BEARER))
        .flatMap(header -> keys.recognise(header.substring(BEARER.length()).strip()));
  }

  private boolean isTooFast(RoutingContext request, Caller caller) {
    long wait = limits.wait(caller, remote(request));
    if (wait > 0) refuse(request, Refusal.tooFast(), wait);
    return wait > 0;
  }

  private static String remote(RoutingContext request) {
    var remote = request.request().remoteAddress();
    return remote == null ? "" : remote.hostAddress();
  }

  private void bySession(RoutingContext request, Route route) {
    boolean sends = request.request().method().name().equals("POST");
    if (sends && isFromElsewhere(request.request())) {
      refuse(request, Refusal.otherSite());
      return;
    }
    var cookie = request.request().getCookie(address.cookie());
    if (cookie == null) {
      notLoggedIn(request);
      return;
    }
    // The database is asked aside: this is the thread of all connections.
    request.request().pause();
    request
        .vertx()
        .executeBlocking(() -> sessions.find(cookie.getValue()), false)
        .onComplete(
            found -> {
              request.request().resume();
              if (found.failed()) refuse(request, Refusal.noDatabase());
              else looked(request, route, found.result());
            });
  }

  private void looked(RoutingContext request, Route route, Optional<Session> found) {
    if (found.isEmpty()) {
      notLoggedIn(request);
      return;
    }
    Caller.Person person = found.get().person();
    if (isTooFast(request, person)) return;
    if (person.mustChange() && route.way() != Route.Way.ANY_SESSION) see(request, "/password");
    else if (!route.admits(person)) refuse(request, Refusal.notAllowed(route));
    else {
      request.put(CALLER, person);
      request.put(SESSION, found.get());
      request.next();
    }
  }

  /** A browser is shown where to log in; whoever sends a form has lost their session. */
  private static void notLoggedIn(RoutingContext request) {
    if (request.request().method().name().equals("POST")) refuse(request, Refusal.noSession());
    else see(request, "/login");
  }

  private static void see(RoutingContext request, String page) {
    request.response().setStatusCode(303).putHeader("Location", page).end();
  }

  /**
   * Whether a form was sent from another site. Browsers say so; the cookie is SameSite=Strict, and
   * the form carries its session's token besides.
   */
  private boolean isFromElsewhere(HttpServerRequest request) {
    return isFromElsewhere(request, "");
  }

  /**
   * As above. Pages without a referrer send the origin `null` from browsers that do not know
   * Sec-Fetch-Site; where the path itself is the secret, as in a notice's link, that is enough.
   */
  private boolean isFromElsewhere(HttpServerRequest request, String path) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) return !site.equals("same-origin") && !site.equals("none");
    String origin = request.getHeader("Origin");
    String host = String.valueOf(request.getHeader("Host"));
    boolean isHidden = path.startsWith("/n/") && "null".equals(origin);
    return origin != null && !isHidden && !address.isOurs(origin, host);
  }

  private static void refuse(RoutingContext request, Problem problem) {
    refuse(request, problem, problem.status() == 503 ? 1 : 0);
  }

  private static void refuse(RoutingContext request, Problem problem, long retryAfterSeconds) {
    var response = request.response().setStatusCode(problem.status());
    response.putHeader("Content-Type", Problem.MEDIA_TYPE);
    if (problem.status() == 401) response.putHeader("WWW-Authenticate", "Bearer");
    if (retryAfterSeconds > 0) response.putHeader("Retry-After", "" + retryAfterSeconds);
    response.end(problem.text());
  }
}
