package org.breakwater.engine.policy.text;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.policy.Problem;

/** Gathers everything that is wrong with a file while it is read. For one thread. */
public final class Faults {
  private final List<Problem> problems = new ArrayList<>();

  public void add(Problem problem) {
    problems.add(problem);
  }

  /** How many there are so far; a part that adds none was read well. */
  int count() {
    return problems.size();
  }

  /** All, in order of place, each once. */
  public List<Problem> sorted() {
    return problems.stream().sorted().distinct().toList();
  }
}
