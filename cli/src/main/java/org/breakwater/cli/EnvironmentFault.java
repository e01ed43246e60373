package org.breakwater.cli;

/**
 * What a verb needs from the machine is not there: a file, a pack, room on the disk. Ends the verb
 * with {@link Exit#ENVIRONMENT}.
 */
final class EnvironmentFault extends RuntimeException {
  /**
   * @param message for the person who can act: place, what, how to mend
   */
  EnvironmentFault(String message) {
    super(message);
  }
}
