package org.breakwater.store.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The form of an endpoint's messages; signed alike in each. */
public enum Format {
  /** As the Standard Webhooks specification has it: type, timestamp, data. */
  STANDARD,
  /** A CloudEvent 1.0 in structured mode. */
  CLOUDEVENTS;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format with that word; empty when there is none. */
  public static Optional<Format> named(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }
}
