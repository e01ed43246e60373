package org.breakwater.bench;

/** What a measurement needs is not there: a folder, a pack without faults, posts to decide. */
final class EnvironmentFault extends RuntimeException {
  /**
   * @param message for the person who can act: place, what, how to mend
   */
  EnvironmentFault(String message) {
    super(message);
  }
}
