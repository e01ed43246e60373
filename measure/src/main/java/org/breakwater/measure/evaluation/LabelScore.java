package org.breakwater.measure.evaluation;

import org.breakwater.measure.cases.Split;
import org.breakwater.measure.statistics.Proportion;

/**
 * One label against the label people gave.
 *
 * @param hits given by both
 * @param given given by the system
 * @param due given by people
 */
public record LabelScore(String label, Split split, long hits, long given, long due) {
  /** Of what the system gave the label to, the share that people gave it to. */
  public Proportion precision() {
    return new Proportion(hits, given);
  }

  /** Of what people gave the label to, the share that the system gave it to. */
  public Proportion recall() {
    return new Proportion(hits, due);
  }
}
