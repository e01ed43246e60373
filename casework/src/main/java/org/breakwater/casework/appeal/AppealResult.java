package org.breakwater.casework.appeal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.engine.policy.Outcome;

/** What became of a decision that was appealed. */
public enum AppealResult {
  /** The restriction stays, or one that is no milder. */
  UPHELD,
  /** The restriction ends. */
  OVERTURNED;

  /**
   * What a ruling means for an appeal.
   *
   * @param hidden whether nobody but its author could see the content; else it was only not
   *     recommended
   */
  public static AppealResult of(boolean hidden, Outcome ruled) {
    return switch (ruled) {
      case ALLOW, ALLOW_WITH_RESOURCES -> OVERTURNED;
      // Both leave it visible, and not amplified.
      case REVIEW, ESCALATE -> hidden ? OVERTURNED : UPHELD;
      case REMOVE -> UPHELD;
    };
  }

  /** The lower-case word that is stored and sent. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The result with that word; empty when there is none. */
  public static Optional<AppealResult> named(String word) {
    return Arrays.stream(values()).filter(result -> result.word().equals(word)).findFirst();
  }
}
