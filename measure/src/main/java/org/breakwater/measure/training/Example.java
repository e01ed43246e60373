package org.breakwater.measure.training;

import java.util.List;

/**
 * One text as the fit sees it.
 *
 * @param functionality what it has in common with others; all of one are left out together
 * @param features what it is scored by, each once
 * @param scale what each feature counts in a text of its length
 * @param is the score that should be high; empty when none should
 * @param judged whether it is left out in turn and judged; texts that are not are only learnt from
 */
public record Example(
    String functionality, List<String> features, double scale, String is, boolean judged) {
  public Example {
    features = List.copyOf(features);
  }
}
