package org.breakwater.server.access;

import static org.breakwater.server.access.Role.ADMINISTRATOR;
import static org.breakwater.server.access.Role.AUDITOR;
import static org.breakwater.server.access.Role.MODERATOR;
import static org.breakwater.server.access.Role.POLICY_MANAGER;
import static org.breakwater.server.access.Role.SENIOR_MODERATOR;
import static org.breakwater.server.access.Role.TRANSPARENCY_OFFICER;
import static org.breakwater.server.access.Scope.DECIDE;
import static org.breakwater.server.access.Scope.METRICS;
import static org.breakwater.server.access.Scope.NOTIFY;
import static org.breakwater.server.access.Scope.READ;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every route there is, and who may take it. What does not stand here is closed to everybody. */
public final class Routes {
  private static final Set<Scope> NOTHING = Set.of();
  private static final Set<Role> NOBODY = Set.of();
  private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
  private static final Set<Role> REVIEWERS = Set.of(MODERATOR, SENIOR_MODERATOR);
  private static final Set<Role> VERIFIERS = Set.of(POLICY_MANAGER, SENIOR_MODERATOR);
  private static final Set<Role> READERS =
      Set.of(MODERATOR, SENIOR_MODERATOR, POLICY_MANAGER, AUDITOR);
  private static final Set<Role> PUBLISHERS = Set.of(POLICY_MANAGER);
  private static final Set<Role> WATCHERS = Set.of(POLICY_MANAGER, AUDITOR);
  private static final Set<Scope> NOTIFIERS = Set.of(DECIDE, NOTIFY);
  private static final Set<Role> OPERATORS = Set.of(ADMINISTRATOR, AUDITOR);

  /** The table. */
  public static final List<Route> ALL =
      List.of(
          Route.key("POST", "/v1/decisions", Set.of(DECIDE), NOBODY),
          Route.key("POST", "/v1/decisions:batch", Set.of(DECIDE), NOBODY),
          Route.key("POST", "/v1/ads:review", Set.of(DECIDE), NOBODY),
          Route.key("GET", "/v1/ads:figures", Set.of(READ, METRICS), EVERYBODY),
          Route.key("POST", "/v1/searches:screen", Set.of(DECIDE), NOBODY),
          Route.key("GET", "/v1/decisions/{decision}", Set.of(READ), READERS),
          Route.key("POST", "/v1/decisions/{decision}/rulings", Set.of(), REVIEWERS),
          Route.key("POST", "/v1/decisions/{decision}/notices", NOTIFIERS, NOBODY),
          Route.key("POST", "/v1/decisions/{decision}/appeals", NOTIFIERS, NOBODY),
          Route.key("GET", "/v1/appeals", Set.of(), REVIEWERS),
          Route.open("GET", "/n/{token}"),
          Route.open("POST", "/n/{token}/appeals"),
          Route.open("POST", "/n/{token}/notices"),
          Route.key("GET", "/v1/contents/{content}/decisions", Set.of(READ), READERS),
          Route.key("GET", "/v1/actions", Set.of(READ), READERS),
          Route.key("GET", "/v1/actions/{action}", Set.of(READ), READERS),
          Route.key("DELETE", "/v1/actions/{action}", Set.of(), REVIEWERS),
          Route.key("POST", "/v1/actions/{action}/confirmations", Set.of(), REVIEWERS),
          Route.key("POST", "/v1/actions:undo", Set.of(), Set.of(SENIOR_MODERATOR, POLICY_MANAGER)),
          Route.key(
              "GET",
              "/v1/undos/{job}",
              Set.of(),
              Set.of(SENIOR_MODERATOR, POLICY_MANAGER, AUDITOR)),
          Route.open("GET", "/v1/breakers"),
          Route.key(
              "POST",
              "/v1/breakers",
              Set.of(),
              Set.of(SENIOR_MODERATOR, POLICY_MANAGER, ADMINISTRATOR)),
          Route.key("GET", "/v1/receipts/{decision}", Set.of(READ), EVERYBODY),
          Route.open("GET", "/v1/policies"),
          Route.key("GET", "/v1/webhooks/endpoints", NOTHING, OPERATORS),
          Route.key("POST", "/v1/webhooks/endpoints", NOTHING, Set.of(ADMINISTRATOR)),
          Route.key("GET", "/v1/webhooks/endpoints/{endpoint}", NOTHING, OPERATORS),
          Route.key("PATCH", "/v1/webhooks/endpoints/{endpoint}", NOTHING, Set.of(ADMINISTRATOR)),
          Route.key("DELETE", "/v1/webhooks/endpoints/{endpoint}", NOTHING, Set.of(ADMINISTRATOR)),
          Route.key(
              "POST", "/v1/webhooks/endpoints/{endpoint}/secrets", NOTHING, Set.of(ADMINISTRATOR)),
          Route.key(
              "POST", "/v1/webhooks/endpoints/{endpoint}/tests", NOTHING, Set.of(ADMINISTRATOR)),
          Route.key("GET", "/v1/webhooks/endpoints/{endpoint}/attempts", NOTHING, OPERATORS),
          Route.key("GET", "/v1/webhooks/dead", NOTHING, OPERATORS),
          Route.key("POST", "/v1/webhooks/replays", NOTHING, Set.of(ADMINISTRATOR)),
          Route.key("GET", "/v1/samples", Set.of(), Set.of(TRANSPARENCY_OFFICER, AUDITOR)),
          Route.open("GET", "/v1/policies/{version}"),
          Route.key("POST", "/v1/policies:publish", Set.of(), PUBLISHERS),
          Route.key("GET", "/v1/publications/{publication}", Set.of(), WATCHERS),
          Route.key("POST", "/v1/publications/{publication}/confirm", Set.of(), PUBLISHERS),
          Route.key("POST", "/v1/publications/{publication}/withdraw", Set.of(), PUBLISHERS),
          Route.open("GET", "/policy"),
          Route.open("GET", "/v1/resources"),
          Route.key("GET", "/v1/resources/{id}", Set.of(READ), EVERYBODY),
          Route.key("POST", "/v1/resources/{id}/verifications", Set.of(), VERIFIERS),
          Route.key("POST", "/v1/resources/{id}/suspensions", Set.of(), VERIFIERS),
          Route.key("POST", "/v1/resources/{id}/withdrawals", Set.of(), VERIFIERS),
          Route.open("GET", "/v1/cards"),
          Route.key("POST", "/v1/cards:events", Set.of(DECIDE), NOBODY),
          Route.key("GET", "/v1/cards:figures", Set.of(READ, METRICS), EVERYBODY),
          Route.key("POST", "/v1/experiments", Set.of(), Set.of(POLICY_MANAGER)),
          Route.open("GET", "/v1/experiments"),
          Route.open("GET", "/v1/experiments/{id}"),
          Route.key("POST", "/v1/experiments/{id}/stops", Set.of(), Set.of(POLICY_MANAGER)),
          Route.open("GET", "/checkpoint"),
          Route.open("GET", "/checkpoint/cosigned"),
          Route.open("GET", "/tile/{+tile}"),
          Route.key("GET", "/q/openapi", EnumSet.allOf(Scope.class), EVERYBODY),
          Route.key("GET", "/q/metrics", Set.of(METRICS), OPERATORS),
          Route.open("GET", "/q/health"),
          Route.open("GET", "/q/health/live"),
          Route.open("GET", "/q/health/ready"),
          Route.open("GET", "/q/health/started"),
          Route.open("GET", "/style.css"),
          Route.open("GET", "/help"),
          Route.open("GET", "/help/card"),
          Route.open("GET", "/help/card.txt"),
          Route.open("GET", "/help/leave"),
          Route.open("GET", "/login"),
          Route.open("POST", "/login"),
          Route.open("GET", "/login/oidc"),
          new Route("POST", "/logout", Route.Way.ANY_SESSION, Set.of(), EVERYBODY),
          new Route("GET", "/password", Route.Way.ANY_SESSION, Set.of(), EVERYBODY),
          new Route("POST", "/password", Route.Way.ANY_SESSION, Set.of(), EVERYBODY),
          Route.page("GET", "/", EVERYBODY),
          Route.page("GET", "/keys", EVERYBODY),
          Route.page("POST", "/keys", EVERYBODY),
          Route.page("POST", "/keys/{key}/revoke", EVERYBODY),
          Route.page("GET", "/sessions", EVERYBODY),
          Route.page("POST", "/sessions/{session}/end", EVERYBODY),
          Route.page("GET", "/people", Set.of(ADMINISTRATOR)),
          Route.page("POST", "/people", Set.of(ADMINISTRATOR)),
          Route.page("POST", "/people/{person}/roles", Set.of(ADMINISTRATOR)),
          Route.page("POST", "/people/{person}/password", Set.of(ADMINISTRATOR)),
          Route.page("POST", "/people/{person}/close", Set.of(ADMINISTRATOR)));

  /** Routes without a name in their path, which most requests take, by method and path. */
  private static final Map<String, Route> PLAIN =
      ALL.stream()
          .filter(route -> !route.path().contains("{"))
          .collect(Collectors.toUnmodifiableMap(Routes::key, Function.identity()));

  private static final List<Route> NAMED =
      ALL.stream().filter(route -> route.path().contains("{")).toList();

  private Routes() {}

  private static String key(Route route) {
    return key(route.method(), route.path());
  }

  private static String key(String method, String path) {
    return method + " " + path;
  }

  /** The route of a request; empty when there is none. */
  static Optional<Route> find(String method, String path) {
    // What may be read may also be asked for its headers.
    String asked = method.equals("HEAD") ? "GET" : method;
    Route plain = PLAIN.get(key(asked, path));
    if (plain != null) return Optional.of(plain);
    List<String> segments = Route.segments(path);
    return NAMED.stream()
        .filter(route -> route.method().equals(asked) && route.isAt(segments))
        .findFirst();
  }

  /** Whether some other method would have a route there. */
  static boolean isPath(String path) {
    List<String> segments = Route.segments(path);
    return ALL.stream().anyMatch(route -> route.isAt(segments));
  }
}
