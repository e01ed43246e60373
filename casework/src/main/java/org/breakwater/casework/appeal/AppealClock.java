package org.breakwater.casework.appeal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long an appeal may be filed, and how long it may wait; in whole days. */
public final class AppealClock {
  /** As long as somebody may appeal, from the day of the notice (DSA, Art. 20: six months). */
  public static final int WINDOW_DAYS = 184;

  /** Within so many days a person should have decided. */
  public static final int TARGET_DAYS = 7;

  /** An appeal is kept so long at least, so that none of the last day is forgotten unanswered. */
  public static final int KEPT_DAYS_MIN = 30;

  private AppealClock() {}

  /** The last day on which an appeal may be filed. */
  public static LocalDate until(LocalDate noticeOn) {
    return noticeOn.plusDays(WINDOW_DAYS);
  }

  /** Days since it was filed; 0 on the same day. */
  public static int daysOpen(LocalDate filedOn, LocalDate today) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(filedOn, today));
  }

  public static boolean isOverdue(LocalDate filedOn, LocalDate today) {
    return daysOpen(filedOn, today) > TARGET_DAYS;
  }

  /**
   * The day on which an appeal goes.
   *
   * @param materialUntil when what it is about goes
   */
  public static LocalDate keptUntil(LocalDate filedOn, LocalDate materialUntil) {
    LocalDate least = filedOn.plusDays(KEPT_DAYS_MIN);
    return least.isAfter(materialUntil) ? least : materialUntil;
  }
}
