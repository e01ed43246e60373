package org.breakwater.engine.signal;

/**
 * An address of mail or web found in the original text.
 *
 * @param start UTF-16 offset of its first character
 * @param end UTF-16 offset after its last character
 */
record WebAddress(int start, int end, Kind kind) {
  enum Kind {
    EMAIL,
    URL,
    /** A link that opens a conversation in a messaging app. */
    APP
  }

  boolean overlaps(int from, int to) {
    return from < end && start < to;
  }
}
