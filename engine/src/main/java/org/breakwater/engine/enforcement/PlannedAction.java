package org.breakwater.engine.enforcement;

import java.time.Period;
import org.breakwater.engine.policy.Action;

/**
 * One action to carry out, with all that is needed to carry it out and to undo it.
 *
 * @param duration how long it lasts; zero: until undone
 * @param needsConfirmation whether a person must confirm before it happens
 * @param undo what puts things back, in words
 */
public record PlannedAction(
    Action action, Scope scope, Period duration, boolean needsConfirmation, String undo) {

  /** What an action touches. */
  public enum Scope {
    CONTENT,
    ACCOUNT,
    CONTACTS,
    SEARCH;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
