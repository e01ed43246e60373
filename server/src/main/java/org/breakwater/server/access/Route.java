package org.breakwater.server.access;

import java.util.List;
import java.util.Set;

/**
 * One route and who may take it.
 *
 * @param path as in OpenAPI: {@code {name}} stands for one segment, {@code {+name}} at the end for
 *     one or more
 * @param scopes a machine's key needs one of them
 * @param roles a person needs one of them
 */
public record Route(String method, String path, Way way, Set<Scope> scopes, Set<Role> roles) {
  public Route {
    scopes = Set.copyOf(scopes);
    roles = Set.copyOf(roles);
  }

  /** How one shows who one is. */
  public enum Way {
    /** Not at all. */
    OPEN,
    /** By a key in the header; a cookie counts for nothing, so no other site can use it. */
    KEY,
    /** By a session's cookie, in a browser. */
    SESSION,
    /** By a session that need not have changed its one-time password yet. */
    ANY_SESSION
  }

  static Route open(String method, String path) {
    return new Route(method, path, Way.OPEN, Set.of(), Set.of());
  }

  static Route key(String method, String path, Set<Scope> scopes, Set<Role> roles) {
    return new Route(method, path, Way.KEY, scopes, roles);
  }

  static Route page(String method, String path, Set<Role> roles) {
    return new Route(method, path, Way.SESSION, Set.of(), roles);
  }

  /** Whether whoever was recognised may take it. */
  public boolean admits(Caller caller) {
    return switch (caller) {
      case Caller.Nobody _ -> way == Way.OPEN;
      case Caller.Machine machine -> machine.scopes().stream().anyMatch(scopes::contains);
      case Caller.Person person -> person.roles().stream().anyMatch(roles::contains);
    };
  }

  /** Whether that path is one of this route's. */
  boolean isAt(List<String> segments) {
    List<String> mine = segments(path);
    boolean isOpenEnded = mine.getLast().startsWith("{+");
    boolean isLong = segments.size() > mine.size();
    if (segments.size() < mine.size() || (isLong && !isOpenEnded)) return false;
    for (int i = 0; i < mine.size(); i++) {
      String segment = segments.get(i);
      boolean fits = mine.get(i).startsWith("{") ? !segment.isEmpty() : mine.get(i).equals(segment);
      if (!fits) return false;
    }
    return true;
  }

  static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
