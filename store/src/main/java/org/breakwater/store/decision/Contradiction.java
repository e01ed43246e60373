package org.breakwater.store.decision;

import com.google.errorprone.annotations.FormatMethod;
import org.breakwater.store.database.StoreFault;

/** Makes the fault that says that what is stored contradicts itself. */
final class Contradiction {
  private Contradiction() {}

  @FormatMethod
  static StoreFault of(String what, Object... values) {
    return new StoreFault(StoreFault.Code.CONTRADICTION, what.formatted(values));
  }
}
