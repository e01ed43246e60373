package org.breakwater.store.decision;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * The two stages of closing an account: its owner stops publishing at once, and for 30 days still
 * reads, reaches contacts, finds help, exports and appeals (design.md §5).
 */
final class Stages {
  static final String PUBLISHING_STOPPED = "publishing_stopped";
  static final String DISABLED = "disabled";
  static final Duration SOFT = Duration.ofDays(30);

  /** How long the second stage waits while somebody may be in danger. */
  static final Duration WAIT = Duration.ofDays(1);

  private Stages() {}

  /** Tells the platform what is confirmed, whatever it is. */
  static void first(Enforcement enforcement, ActionRow action, Instant now) throws SQLException {
    if (action.deed().isEmpty()) return;
    Deed deed = action.deed().get();
    boolean soft = deed == Deed.STOP_PUBLISHING;
    enforcement.tell(action, deed, soft ? PUBLISHING_STOPPED : "", soft ? now.plus(SOFT) : null);
  }
}
