package org.breakwater.server.publication;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.PublicationStep;

/**
 * A proposal to put a version in force, and what became of it.
 *
 * @param end how it ended: none or one
 */
public record Publication(PublicationStep proposal, List<PublicationStep> end) {
  public Publication {
    end = List.copyOf(end);
  }

  /** How far it is. */
  public enum State {
    PENDING,
    CONFIRMED,
    WITHDRAWN,
    EXPIRED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public UUID name() {
    return proposal.publication();
  }

  public State state(Instant now) {
    if (!end.isEmpty())
      return end.getFirst().kind() == Act.Step.CONFIRMED ? State.CONFIRMED : State.WITHDRAWN;
    Instant expiresAt = proposal.expiresAt();
    return expiresAt != null && now.isBefore(expiresAt) ? State.PENDING : State.EXPIRED;
  }
}
