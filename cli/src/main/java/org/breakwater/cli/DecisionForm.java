package org.breakwater.cli;

import org.breakwater.engine.Verdict;

/** How one decision is printed. Used by many threads at once. */
interface DecisionForm {
  /** Prints nothing: somebody only counts. */
  DecisionForm NONE = (_, _, _) -> {};

  /** What stands above all decisions; empty for nothing. */
  default String header() {
    return "";
  }

  /** Adds the decision to {@code out}, with the end of its last line. */
  void print(Post post, Verdict verdict, StringBuilder out);
}
