package org.breakwater.server.settings;

/** A secret. It comes from a variable or a file of its own, and no text of ours repeats it. */
public final class Hidden {
  private final String text;

  Hidden(String text) {
    this.text = text;
  }

  /** The secret itself; empty for none. */
  public String text() {
    return text;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return isEmpty() ? "none" : "not shown";
  }
}
