package org.breakwater.engine.signal;

import java.util.Locale;

/**
 * A way of standing to words without saying them as one's own. Order is rank: where two frames
 * cover the same words, the earlier one names the stance.
 */
public enum FrameKind {
  FICTION,
  WARNING,
  CONDEMNATION,
  REPORTING,
  LAW,
  NEGATION,
  HYPOTHETICAL,
  QUOTATION,
  QUESTION;

  /** The lower-case word used in signal names and explanations. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
