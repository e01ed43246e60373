package org.breakwater.server.enforcement;

import java.time.LocalDate;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.breakwater.measure.statistics.Ceiling;
import org.breakwater.measure.statistics.Proportion;
import org.breakwater.store.action.BreakerTable.Volume;

/** The figures that open a breaker, and the tests they have to pass; all of them are published. */
public final class Figures {
  /** Removals undone as mistaken, of all removals: no more than these may truly be. */
  public static final double MISTAKEN_MAX = 0.02;

  /**
   * The chance that a breaker opens though no more than that are mistaken, over all looks of a
   * month, or since a person closed it.
   */
  public static final double MISTAKEN_ALPHA = 0.05;

  /** With fewer removals nothing is concluded. */
  public static final int REMOVALS_MIN = 20;

  /** The chance of a false alarm a day from hours of which each is like the days before it. */
  public static final double CHANGE_ALPHA_A_DAY = 0.01;

  /** Days to which an hour is compared. */
  public static final int CHANGE_DAYS = 7;

  /** With fewer decisions in the hour nothing is concluded. */
  public static final int HOUR_MIN = 1_000;

  /** A smaller change of the share opens nothing, however certain: days are never quite alike. */
  public static final double CHANGE_MIN = 0.02;

  private static final int HOURS = 24;

  private static final Ceiling MISTAKEN = new Ceiling(MISTAKEN_MAX, MISTAKEN_ALPHA);

  private Figures() {}

  /**
   * The day from which removals count: the first of the month. A window that moves with the day
   * would be another test each day, and each could be wrong by chance.
   */
  public static LocalDate countsFrom(LocalDate today) {
    return today.withDayOfMonth(1);
  }

  /** Whether more are mistaken than may be, by a test that holds however often it is looked at. */
  public static boolean isOverCeiling(long removed, long mistaken) {
    return removed >= REMOVALS_MIN && MISTAKEN.isPassed(new Proportion(mistaken, removed));
  }

  /**
   * Whether fewer posts are allowed than in the days before: the exact binomial test, one-sided,
   * with Bonferroni's correction for the hours of a day.
   */
  public static boolean isSuddenFall(Volume hour, Volume days) {
    if (hour.all() < HOUR_MIN || days.all() < HOUR_MIN) return false;
    double before = (double) days.allowed() / days.all();
    double now = (double) hour.allowed() / hour.all();
    long touched = hour.all() - hour.allowed();
    return before - now >= CHANGE_MIN
        && atLeast(touched, hour.all(), 1 - before) < CHANGE_ALPHA_A_DAY / HOURS;
  }

  /** The chance of so many or more, of so many tries. */
  private static double atLeast(long successes, long trials, double share) {
    var binomial = BinomialDistribution.of(Math.toIntExact(trials), share);
    return binomial.survivalProbability(Math.toIntExact(successes) - 1);
  }
}
