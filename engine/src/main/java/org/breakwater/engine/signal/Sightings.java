package org.breakwater.engine.signal;

/** Where a detector puts what it saw in one text. */
interface Sightings {
  /** The signal in that slot was seen in these tokens, both included. */
  void saw(int slot, int first, int last);

  /** A number was read from these tokens; the largest one stands. */
  void number(int slot, double value, int first, int last);

  /** A text was read from these tokens; the first one stands. */
  void text(int slot, String value, int first, int last);
}
