package org.breakwater.engine.signal;

import java.util.Set;

/** Sets of folded words, written as one row. */
final class Words {
  private Words() {}

  /**
   * @param row words apart by one blank
   */
  static Set<String> of(String row) {
    return Set.of(row.split(" ", -1));
  }
}
