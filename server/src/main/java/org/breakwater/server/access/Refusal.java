package org.breakwater.server.access;

import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.server.Problem;

/** What the door says. */
final class Refusal {
  private static final String KEY = "header Authorization";
  private static final String COOKIE = "cookie";

  private Refusal() {}

  static Problem noKey() {
    return new Problem(
        401,
        "no key",
        KEY,
        "is missing or names no key that is known here",
        "send `Authorization: Bearer bw_…`; `bw serve --new-key decide,read` makes a key");
  }

  static Problem notAllowed(Route route) {
    String needed =
        Stream.concat(
                new TreeSet<>(route.scopes()).stream().map(scope -> "a key for " + scope.word()),
                new TreeSet<>(route.roles()).stream().map(Role::word))
            .collect(Collectors.joining(", "));
    return new Problem(
        403,
        "not allowed",
        route.way() == Route.Way.KEY ? KEY : COOKIE,
        "whoever this is may not do that",
        "it takes one of: " + needed);
  }

  static Problem mustChange() {
    return new Problem(
        403,
        "password not changed",
        KEY,
        "is the key of a person whose password was given by somebody else",
        "log in and change the password");
  }

  static Problem noSession() {
    return new Problem(401, "no session", COOKIE, "is missing or over", "log in at /login");
  }

  static Problem otherSite() {
    return new Problem(
        403,
        "other site",
        "header Origin",
        "this form was sent from another site",
        "use the page here");
  }

  static Problem tooFast() {
    return new Problem(
        429, "too fast", "request", "there were too many", "wait as `Retry-After` says");
  }

  static Problem unknownRoute() {
    return new Problem(
        404, "unknown route", "path", "leads nowhere", "the routes are described at /q/openapi");
  }

  static Problem otherMethod() {
    return new Problem(
        405,
        "other method",
        "method",
        "does not apply to this route",
        "the routes are described at /q/openapi");
  }

  static Problem noDatabase() {
    return new Problem(
        503, "not logged", "server", "the database does not answer", "try again after a second");
  }
}
