package org.breakwater.engine.enforcement;

import java.time.Period;
import org.breakwater.engine.enforcement.PlannedAction.Scope;
import org.breakwater.engine.policy.Action;

/**
 * The one table by action: what it touches, how long it lasts, who must agree and what undoes it.
 *
 * @param duration how long it lasts where no clause says otherwise; zero: until undone
 */
record Measure(Scope scope, Period duration, boolean needsConfirmation, String undo) {

  static Measure of(Action action) {
    return switch (action) {
      case REMOVE_CONTENT -> untilUndone(Scope.CONTENT, "show the content again");
      case DISABLE_ACCOUNT -> confirmed(Scope.ACCOUNT, "give the account back with all it held");
      case REFUSE_AD -> untilUndone(Scope.CONTENT, "accept the ad");
      case LIMIT_SEARCH -> untilUndone(Scope.SEARCH, "show all results again");
      case SHOW_INTERSTITIAL -> untilUndone(Scope.SEARCH, "show no card above the results");
      case SEND_RESOURCES -> untilUndone(Scope.CONTENT, "take the card with help away");
      case MASK_CONTACTS -> untilUndone(Scope.CONTACTS, "show the contact details again");
      case LIMIT_REPLIES -> lasting(Scope.CONTENT, Period.ofDays(30), "let everybody answer again");
      case NO_AMPLIFICATION -> untilUndone(Scope.CONTENT, "let it be recommended again");
      case QUEUE_REVIEW -> untilUndone(Scope.CONTENT, "take it out of the review queue");
      case ESCALATE -> untilUndone(Scope.CONTENT, "take it out of the emergency queue");
      // 90 days is what platforms keep on a preservation request (common in law-enforcement
      // guidelines).
      case PRESERVE -> lasting(Scope.CONTENT, Period.ofDays(90), "delete the preserved copy");
    };
  }

  private static Measure untilUndone(Scope scope, String undo) {
    return lasting(scope, Period.ZERO, undo);
  }

  private static Measure lasting(Scope scope, Period duration, String undo) {
    return new Measure(scope, duration, false, undo);
  }

  private static Measure confirmed(Scope scope, String undo) {
    return new Measure(scope, Period.ZERO, true, undo);
  }
}
