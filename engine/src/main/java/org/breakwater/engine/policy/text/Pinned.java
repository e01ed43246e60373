package org.breakwater.engine.policy.text;

import java.util.List;
import org.breakwater.engine.policy.Problem;

/** A pack.yaml with the hashes of the files as they are, or why it cannot be written. */
public sealed interface Pinned {
  /**
   * @param text the new pack.yaml; equal to the old one where nothing had changed
   */
  record Written(String text) implements Pinned {}

  /**
   * @param problems all of them, in order of place; never empty
   */
  record Refused(List<Problem> problems) implements Pinned {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
