package org.breakwater.server.demo;

import java.util.List;
import java.util.Optional;

/**
 * What a run has beside its common days, and when. Days count from 0, a Monday.
 *
 * @param days of the run; a short one has the same happenings, closer together
 */
record Course(int days) {
  private static final int WEEK = 7;

  /** How busy a day of the week is, Monday first. */
  private static final List<Double> RHYTHM = List.of(1.0, 1.0, 1.0, 1.1, 1.2, 0.8, 0.6);

  /** How often somebody looks whether places to get help still answer; 180 days is the most. */
  private static final int VERIFIED_FOR = 150;

  Course {
    if (days < 1) throw new IllegalArgumentException("days must be 1 or more: " + days);
  }

  /** How a network words its offers; after each is found out it takes the next. */
  enum Wording {
    PLAIN("in plain words", "offer\\.explicit"),
    CODED("coded", "offer\\.(emoji|job_lure|camouflage)"),
    DISGUISED("letters disguised", "obfuscation\\.offer");

    private final String words;
    private final String functionalities;

    Wording(String words, String functionalities) {
      this.words = words;
      this.functionalities = functionalities;
    }

    String words() {
      return words;
    }

    boolean has(String functionality) {
      return functionality.matches(functionalities);
    }
  }

  /** How busy that day is; 1 is a common weekday. */
  double rhythm(int day) {
    return RHYTHM.get(day % WEEK);
  }

  /** Whether the office is closed, but for emergencies. */
  boolean isWeekend(int day) {
    return day % WEEK >= 5;
  }

  /** How the network offers that day; empty while there is none. */
  Optional<Wording> wave(int day) {
    int first = days * 3 / 10;
    int length = Math.max(Wording.values().length, days / 8);
    int since = day - first;
    if (since < 0 || since >= length) return Optional.empty();
    return Optional.of(Wording.values()[since * Wording.values().length / length]);
  }

  /** Whether two people put the other version of the policy in force that day. */
  boolean isPublication(int day) {
    return day == days / 2;
  }

  /** Whether a rescue group is taken for smugglers that day; on a weekday, for people do it. */
  boolean isMistake(int day) {
    int wanted = days * 13 / 20;
    return day == (isWeekend(wanted) ? wanted - 2 : wanted);
  }

  /** Whether that is looked at again; the first time is before the first day. */
  boolean isVerification(int day) {
    return day > 0 && day % VERIFIED_FOR == 0;
  }
}
