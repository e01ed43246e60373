package org.breakwater.server.help;

import java.util.Locale;

/** Where an entry of the directory stands; only what is verified is shown. */
public enum State {
  UNVERIFIED,
  VERIFIED,
  /** Its verification is too old. */
  EXPIRED,
  /** What was verified is not what the directory says now. */
  CHANGED,
  /** Not to be shown until somebody verifies it again. */
  SUSPENDED,
  /** It should not have been verified. */
  WITHDRAWN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
