package org.breakwater.measure.evaluation;

import org.breakwater.engine.policy.Outcome;

/** How an answer is wrong; ordered from gravest to lightest. */
public enum Fault {
  NEVER_REMOVE_REMOVED("a post that must never be removed was removed"),
  LOOK_ALIKE_REMOVED("a post that breaks nothing was removed"),
  DANGER_REMOVED("someone in danger was silenced"),
  DANGER_MISSED("someone in danger was passed over"),
  ASK_REMOVED("someone who asked was silenced"),
  PROHIBITED_MISSED("a violation passed unnoticed"),
  DANGER_SLOW("danger waits in the ordinary queue"),
  ASK_UNHELPED("someone who asked got no help"),
  LOOK_ALIKE_REVIEWED("a post that breaks nothing waits for a person"),
  OTHER("another outcome was right");

  private final String meaning;

  Fault(String meaning) {
    this.meaning = meaning;
  }

  /** What it does to people, for those who read a report. */
  public String meaning() {
    return meaning;
  }

  static Fault of(Duty duty, boolean neverRemove, Outcome got) {
    if (got == Outcome.REMOVE && neverRemove) return NEVER_REMOVE_REMOVED;
    boolean passed = got == Outcome.ALLOW || got == Outcome.ALLOW_WITH_RESOURCES;
    return switch (duty) {
      case LOOK_ALIKE -> got == Outcome.REMOVE ? LOOK_ALIKE_REMOVED : LOOK_ALIKE_REVIEWED;
      case DANGER -> got == Outcome.REMOVE ? DANGER_REMOVED : passed ? DANGER_MISSED : DANGER_SLOW;
      case ASK -> got == Outcome.REMOVE ? ASK_REMOVED : passed ? ASK_UNHELPED : OTHER;
      case PROHIBITED -> passed ? PROHIBITED_MISSED : OTHER;
    };
  }
}
