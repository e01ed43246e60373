package org.breakwater.server;

/** What a verb's exit code says. */
public enum Exit {
  ALL_WELL(0),
  /** What was stated is not taken. */
  INPUT_REFUSED(1),
  USAGE(2),
  ENVIRONMENT(3),
  /** The check ran and says no. */
  CHECK_SAYS_NO(4);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
