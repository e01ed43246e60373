package org.breakwater.engine.signal;

/**
 * A place named in one text.
 *
 * @param identity equal for two names of one place
 */
record Place(int first, int last, Kind kind, String identity) {
  enum Kind {
    COUNTRY,
    BORDER,
    CITY,
    FLAG
  }
}
