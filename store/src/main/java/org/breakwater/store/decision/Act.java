package org.breakwater.store.decision;

import java.util.UUID;

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

  /** What a person found out about a place to get help. */
  record Checked(String json, HelpCheck.Finding finding) implements Act {
    @Override
    public boolean isKept() {
      return true;
    }
  }
}
