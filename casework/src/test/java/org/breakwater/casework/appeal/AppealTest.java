package org.breakwater.casework.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.breakwater.engine.policy.Outcome;
import org.junit.jupiter.api.Test;

class AppealTest {
  private static final LocalDate DAY = LocalDate.parse("2026-08-31");

  @Test
  void window_isSixMonthsAtLeast_whateverTheMonth() {
    for (int i = 0; i < 366; i++) {
      LocalDate day = DAY.plusDays(i);
      assertThat(AppealClock.until(day)).isAfterOrEqualTo(day.plus(Period.ofMonths(6)));
    }
  }

  @Test
  void appealIsOverdue_fromTheEighthDay() {
    assertThat(AppealClock.isOverdue(DAY, DAY.plusDays(7))).isFalse();
    assertThat(AppealClock.isOverdue(DAY, DAY.plusDays(8))).isTrue();
    assertThat(AppealClock.daysOpen(DAY, DAY.minusDays(1))).isZero();
  }

  @Test
  void appealOfTheLastDay_outlivesWhatItIsAbout() {
    assertThat(AppealClock.keptUntil(DAY, DAY)).isEqualTo(DAY.plusDays(30));
    assertThat(AppealClock.keptUntil(DAY, DAY.plusDays(99))).isEqualTo(DAY.plusDays(99));
  }

  @Test
  void result_isWhetherTheRestrictionEnds() {
    assertThat(AppealResult.of(true, Outcome.ALLOW)).isEqualTo(AppealResult.OVERTURNED);
    assertThat(AppealResult.of(true, Outcome.ESCALATE)).isEqualTo(AppealResult.OVERTURNED);
    assertThat(AppealResult.of(false, Outcome.ESCALATE)).isEqualTo(AppealResult.UPHELD);
    assertThat(AppealResult.of(false, Outcome.REMOVE)).isEqualTo(AppealResult.UPHELD);
    assertThat(AppealResult.of(false, Outcome.ALLOW_WITH_RESOURCES))
        .isEqualTo(AppealResult.OVERTURNED);
    for (AppealResult result : AppealResult.values())
      assertThat(AppealResult.named(result.word())).contains(result);
  }
}
