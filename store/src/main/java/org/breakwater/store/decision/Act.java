package org.breakwater.store.decision;

import java.util.UUID;
import org.breakwater.casework.appeal.AppealResult;

/** Something that was done and is not a decision by a machine. */
public sealed interface Act {
  /** What the log commits to, one JSON object without content, author or network address. */
  String json();

  /** Whether it is kept for a year, and not for a week. */
  boolean isKept();

  /**
   * A login, a read of what somebody wrote, a change of a key or of a person.
   *
   * @param isKept false where it is about a decision that leaves no record: it goes after a week
   */
  record Deed(String json, boolean isKept) implements Act {}

  /**
   * A person's ruling on a decision.
   *
   * @param content the content's name under the key outside the database
   * @param isKept whether the decision's author is recorded; else the ruling goes after a week, and
   *     with it what was kept for review
   */
  record Ruled(
      String json,
      UUID decision,
      UUID content,
      int revision,
      String outcome,
      String reason,
      String by,
      boolean isKept)
      implements Act {}

  /**
   * A ruling that decides an appeal.
   *
   * @param appeal the name of the appeal
   */
  record Answered(Ruled ruled, UUID appeal, AppealResult result) implements Act {
    @Override
    public String json() {
      return ruled.json();
    }

    @Override
    public boolean isKept() {
      return ruled.isKept();
    }
  }
}
