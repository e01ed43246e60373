package org.breakwater.measure.training;

import java.util.List;

/**
 * One text as the fit sees it.
 *
 * @param functionality what it tests; all of one functionality are left out together
 * @param observed names of the flags that hold and the families of cues seen
 * @param is whether the score should be high
 */
public record Example(String functionality, List<String> observed, boolean is) {
  public Example {
    observed = List.copyOf(observed);
  }
}
