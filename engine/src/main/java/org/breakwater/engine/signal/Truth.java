package org.breakwater.engine.signal;

/** Kleene's three truth values: what is not known is neither true nor false. */
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }

  /** The weaker of the two: false and unknown is false. */
  public Truth and(Truth other) {
    return compareTo(other) < 0 ? this : other;
  }

  /** The stronger of the two: true or unknown is true. */
  public Truth or(Truth other) {
    return compareTo(other) > 0 ? this : other;
  }
}
