package org.breakwater.server.help;

import java.util.Locale;

/** Whether somebody is shown help. */
public enum Arm {
  /** Shown, in no trial. */
  NONE,
  /** Shown, in a trial. */
  SHOWN,
  /** Not shown, by chance, in a trial. */
  HELD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
