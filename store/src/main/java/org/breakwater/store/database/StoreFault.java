package org.breakwater.store.database;

/** What the store needs from the machine is not there. */
public final class StoreFault extends RuntimeException {
  /** What kind of thing is missing; can be counted. */
  public enum Code {
    /** The database does not answer, or went away in the middle. */
    DATABASE_GONE,
    /** The embedded PostgreSQL cannot run here. */
    CANNOT_START,
    /** A file cannot be read or written. */
    FILE,
    /** What is stored contradicts itself or what was published about it. */
    CONTRADICTION
  }

  private final Code code;

  /**
   * @param message for the person who can act: place, what, how to mend
   */
  public StoreFault(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
