package org.breakwater.adapter;

/** What the verb's exit code says. */
enum Exit {
  ALL_WELL(0),
  USAGE(2),
  ENVIRONMENT(3),
  /** The check ran and says no. */
  CHECK_SAYS_NO(4);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
