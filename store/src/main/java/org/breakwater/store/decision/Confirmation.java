package org.breakwater.store.decision;

import java.time.Period;
import java.util.UUID;

/** What a person's ruling counts against the author (design.md §5). */
public sealed interface Confirmation {
  /** Nothing: it confirms no prohibited decision whose author is recorded. */
  record Nothing() implements Confirmation {}

  /**
   * A prohibited decision is confirmed.
   *
   * @param author the author's name under the key outside the database
   * @param severity of the clause that decided, 1 to 5
   * @param strikes that the clause counts, 0 or more
   * @param expires how long it counts, from the day of the ruling
   * @param people who must confirm that the account is closed, as the clause orders; 0 where it
   *     orders nothing of the kind
   */
  record Violation(UUID author, int severity, int strikes, Period expires, int people)
      implements Confirmation {}
}
