package org.breakwater.server.access;

import java.util.Set;
import java.util.UUID;

/** Who sent a request. */
public sealed interface Caller {
  /** What names it in the log and in idempotency keys; never empty. */
  String name();

  /** Nobody we know; only open routes answer. */
  record Nobody() implements Caller {
    @Override
    public String name() {
      return "nobody";
    }
  }

  /**
   * A machine with a key.
   *
   * @param name by which the operator knows it
   */
  record Machine(String name, Set<Scope> scopes) implements Caller {
    public Machine {
      scopes = Set.copyOf(scopes);
    }
  }

  /**
   * A person with a session, or with a key of their own.
   *
   * @param login the name typed at login
   * @param mustChange whether the password was given by somebody else, and opens nothing but the
   *     page that changes it
   */
  record Person(UUID id, String login, Set<Role> roles, boolean mustChange) implements Caller {
    public Person {
      roles = Set.copyOf(roles);
    }

    @Override
    public String name() {
      return "person " + login;
    }

    public boolean isAdministrator() {
      return roles.contains(Role.ADMINISTRATOR);
    }
  }
}
