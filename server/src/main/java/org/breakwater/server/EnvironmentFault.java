package org.breakwater.server;

/** What a verb needs from the machine is not there; ends it with exit 3. */
public final class EnvironmentFault extends RuntimeException {
  /**
   * @param message for the person who can act: place, what, how to mend
   */
  public EnvironmentFault(String message) {
    super(message);
  }
}
