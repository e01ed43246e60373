package org.breakwater.engine.content;

/**
 * What people have confirmed of an author (design.md §5: strikes and confirmed prohibited
 * decisions, and nothing else).
 */
public sealed interface History {
  /** Nobody could say: no author was given, or what is known of authors was not at hand. */
  History UNKNOWN = new Unknown();

  /** It was looked up, and there is nothing. */
  History NONE = new Known(0, 0, 0);

  /** Not looked up. */
  record Unknown() implements History {}

  /**
   * Looked up.
   *
   * @param strikes that have not expired, 0 or more
   * @param priorConfirmed prohibited decisions that a person confirmed within the last 365 days and
   *     that stand, 0 or more
   * @param daysSinceStrike whole days since the newest of those strikes; 0 where there is none
   */
  record Known(int strikes, int priorConfirmed, int daysSinceStrike) implements History {
    public Known {
      if (strikes < 0 || priorConfirmed < 0 || daysSinceStrike < 0)
        throw new IllegalArgumentException("a history counts from 0");
    }
  }
}
