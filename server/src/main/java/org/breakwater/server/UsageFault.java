package org.breakwater.server;

/** What was stated cannot be meant here; ends a verb with exit 2. */
public final class UsageFault extends RuntimeException {
  /**
   * @param message for the person who can act: what, why, how to mend
   */
  public UsageFault(String message) {
    super(message);
  }
}
