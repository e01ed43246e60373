package org.breakwater.server.policy;

import java.util.List;

/** A version that is to be put in force, or why it cannot be. */
public sealed interface Candidate {
  /** Compiled, and what the pack pins. */
  record Usable(Rules.InForce rules) implements Candidate {}

  /**
   * Not what the pack pins, or faulty.
   *
   * @param faults all of them, in order of place; never empty
   */
  record Faulty(List<String> faults) implements Candidate {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /**
   * The pack has none of that name.
   *
   * @param versions those it has
   */
  record Missing(List<String> versions) implements Candidate {
    public Missing {
      versions = List.copyOf(versions);
    }
  }

  /**
   * The name is taken by other rules.
   *
   * @param known the hash under which it is known here
   * @param now the hash that the pack has
   */
  record Altered(String known, String now) implements Candidate {}
}
