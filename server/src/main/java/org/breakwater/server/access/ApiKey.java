package org.breakwater.server.access;

import java.util.Set;

/**
 * A machine that was recognised by its key.
 *
 * @param name by which the operator knows it
 */
public record ApiKey(String name, Set<Scope> scopes) {
  public ApiKey {
    scopes = Set.copyOf(scopes);
  }
}
