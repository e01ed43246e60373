package org.breakwater.server.http;

import static org.breakwater.server.access.Role.AUDITOR;
import static org.breakwater.server.access.Role.MODERATOR;
import static org.breakwater.server.access.Role.POLICY_MANAGER;
import static org.breakwater.server.access.Role.SENIOR_MODERATOR;

import java.util.Set;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Role;

/** What of a recorded decision somebody may see; a machine's platform wrote the post itself. */
enum Redaction {
  /** The decision as it was sent. */
  SENT,
  /** The words somebody wrote. */
  TEXT,
  /** Whose words they are: a first look is at the words. */
  AUTHOR,
  /** What was observed, and what each clause made of it. */
  EXPLANATION,
  /** Who ruled; that there is a ruling everybody sees who sees the rest. */
  RULED_BY,
  /** Why, in their words. */
  RULED_WHY,
  /** What was found about an account before it is closed. */
  FOUND;

  boolean isSeenBy(Caller caller) {
    return switch (caller) {
      case Caller.Nobody _ -> false;
      case Caller.Machine _ -> this == SENT || this == EXPLANATION;
      case Caller.Person person -> person.roles().stream().anyMatch(roles()::contains);
    };
  }

  private Set<Role> roles() {
    return switch (this) {
      case SENT, EXPLANATION, RULED_WHY ->
          Set.of(MODERATOR, SENIOR_MODERATOR, POLICY_MANAGER, AUDITOR);
      case TEXT -> Set.of(MODERATOR, SENIOR_MODERATOR);
      case AUTHOR, FOUND -> Set.of(SENIOR_MODERATOR);
      case RULED_BY -> Set.of(SENIOR_MODERATOR, AUDITOR);
    };
  }
}
