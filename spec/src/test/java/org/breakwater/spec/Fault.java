package org.breakwater.spec;

/**
 * A place that breaks a rule of style, and what to do instead.
 *
 * @param line counted from 1
 */
record Fault(String path, int line, String message) {
  @Override
  public String toString() {
    return path + ":" + line + ": " + message;
  }
}
