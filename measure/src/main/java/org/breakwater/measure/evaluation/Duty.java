package org.breakwater.measure.evaluation;

import java.util.List;
import org.breakwater.engine.policy.Outcome;

/** What a platform owes a piece of content, read from the outcomes that are right for it. */
public enum Duty {
  /** Breaks the policy: must not pass unnoticed. */
  PROHIBITED("prohibited"),
  /** Asks for what the policy forbids: stays, with help. */
  ASK("ask"),
  /** Someone is in danger: people must look now. */
  DANGER("danger"),
  /** Breaks nothing, however alike it looks: must be left alone. */
  LOOK_ALIKE("look-alike");

  private final String word;

  Duty(String word) {
    this.word = word;
  }

  /** The word used in JSON and on pages. */
  public String word() {
    return word;
  }

  /**
   * The duty where these outcomes are right: what may stay without more is a look-alike, what may
   * stay with help is an ask, what may only be escalated is danger, the rest is prohibited.
   */
  public static Duty of(List<Outcome> right) {
    if (right.contains(Outcome.ALLOW)) return LOOK_ALIKE;
    if (right.contains(Outcome.ALLOW_WITH_RESOURCES)) return ASK;
    return right.equals(List.of(Outcome.ESCALATE)) ? DANGER : PROHIBITED;
  }
}
