package org.breakwater.engine.policy.text;

import java.util.List;
import org.breakwater.engine.policy.Problem;

/** What a pack offers, or why that cannot be read. */
public sealed interface Listed {
  /**
   * @param versions in the order of pack.yaml
   */
  record Accepted(String pack, List<String> versions, String defaultVersion) implements Listed {
    public Accepted {
      versions = List.copyOf(versions);
    }
  }

  /**
   * @param problems all of them, in order of place; never empty
   */
  record Rejected(List<Problem> problems) implements Listed {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
