package org.breakwater.engine;

import java.util.List;
import org.breakwater.engine.decision.Opinion;
import org.breakwater.engine.signal.Observation;

/**
 * A verdict with everything that led to it.
 *
 * @param observed what was observed with each policy's lexicon, in the order of the engine's
 *     policies; empty for content that may not be judged
 * @param opinions what each clause said and what became of it, sorted by policy and clause
 */
public record Trace(Verdict verdict, List<Observed> observed, List<Opinion> opinions) {
  public Trace {
    observed = List.copyOf(observed);
    opinions = List.copyOf(opinions);
  }

  /**
   * @param policy such as {@code human-exploitation@2021-11}
   */
  public record Observed(String policy, Observation observation) {}
}
