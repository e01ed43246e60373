package org.breakwater.casework.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.engine.policy.Outcome;

/**
 * What a decision does not say about itself.
 *
 * @param ad whether the content is an ad
 * @param found who noticed it
 * @param ruled the outcome a person ruled, which stands; empty where none did
 * @param accountConfirmed whether a person confirmed that the account is disabled
 */
public record Circumstances(
    boolean ad, Found found, Optional<Outcome> ruled, boolean accountConfirmed) {

  /** Who noticed the content. */
  public enum Found {
    /** By own initiative. */
    MACHINE,
    /** By a notice of somebody, who is never named. */
    REPORT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one with that word; empty when there is none. */
    public static Optional<Found> named(String word) {
      return Arrays.stream(values()).filter(found -> found.word().equals(word)).findFirst();
    }
  }

  /** How much of the decision a machine made. */
  public enum Decided {
    MACHINE,
    /** A machine decided, and a person confirmed a part of it. */
    BOTH,
    PERSON;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one with that word; empty when there is none. */
    public static Optional<Decided> named(String word) {
      return Arrays.stream(values()).filter(decided -> decided.word().equals(word)).findFirst();
    }
  }

  /** Found by a machine and decided by it. */
  public static Circumstances machine() {
    return new Circumstances(false, Found.MACHINE, Optional.empty(), false);
  }

  Decided decided() {
    if (ruled.isPresent()) return Decided.PERSON;
    return accountConfirmed ? Decided.BOTH : Decided.MACHINE;
  }
}
