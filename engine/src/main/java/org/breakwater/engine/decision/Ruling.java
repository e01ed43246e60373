package org.breakwater.engine.decision;

import org.breakwater.engine.policy.Outcome;

/** What all claims about one event come to. */
sealed interface Ruling {
  Outcome outcome();

  /** No clause asks for anything. */
  record Silent() implements Ruling {
    @Override
    public Outcome outcome() {
      return Outcome.ALLOW;
    }
  }

  /**
   * One claim decides.
   *
   * @param restraint why the outcome is weaker than what the deciding clause says
   */
  record Settled(Outcome outcome, Claim by, Restraint restraint) implements Ruling {
    /** Whether a person looks only because a machine may not act. */
    boolean isDowngraded() {
      return switch (restraint) {
        case NONE, NEEDS_CONTEXT -> false;
        case MAY_HOLD, UNDETERMINED_LANGUAGE, NOT_CERTAIN, NOT_LICENSED, BREAKER_OPEN, PROTECTED ->
            true;
      };
    }
  }
}
