package org.breakwater.measure.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a case may be used for. */
public enum Split {
  /** Looked at while rules and lexicons are written. */
  TRAIN,
  /** Sets thresholds and probabilities. */
  CALIBRATE,
  /** Measured only; nobody writes rules after it. */
  HELD;

  /** The lower-case word used in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The split with that word; empty when there is none. */
  public static Optional<Split> named(String word) {
    return Arrays.stream(values()).filter(split -> split.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Split::word).toList();
  }
}
