package org.breakwater.measure.cases;

import java.util.List;

/** What became of a file of cases. */
public sealed interface CaseFile<T> {
  /** All cases of a file without fault, in its order. */
  record Whole<T>(List<T> cases) implements CaseFile<T> {
    public Whole {
      cases = List.copyOf(cases);
    }
  }

  /** All faults of a file, in its order; at least one. */
  record Faulty<T>(List<CaseFault> faults) implements CaseFile<T> {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
