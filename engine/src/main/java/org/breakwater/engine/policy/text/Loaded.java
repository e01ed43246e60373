package org.breakwater.engine.policy.text;

import java.util.List;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Problem;

/** A version ready to decide with, or everything that is wrong with it. */
public sealed interface Loaded {
  record Accepted(PolicyVersion version) implements Loaded {}

  /**
   * @param problems all of them, in order of place; never empty
   */
  record Rejected(List<Problem> problems) implements Loaded {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
