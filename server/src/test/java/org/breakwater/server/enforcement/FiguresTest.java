package org.breakwater.server.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.breakwater.store.action.BreakerTable.Volume;
import org.junit.jupiter.api.Test;

/** When a figure says enough; the chances in comments are those of the binomial distribution. */
class FiguresTest {
  @Test
  void fewRemovals_sayNothing() {
    assertThat(Figures.isOverCeiling(19, 19)).isFalse();
    assertThat(Figures.isOverCeiling(0, 0)).isFalse();
    assertThat(Figures.isOverCeiling(100_000, 0)).isFalse();
  }

  @Test
  void ceiling_isPassed_whereSoManyMistakesAreUnlikelyUnderIt() {
    // As CeilingTest works out.
    assertThat(Figures.isOverCeiling(22, 3)).isFalse();
    assertThat(Figures.isOverCeiling(22, 4)).isTrue();
    assertThat(Figures.isOverCeiling(1_000, 35)).isFalse();
    assertThat(Figures.isOverCeiling(1_000, 36)).isTrue();
  }

  @Test
  void exactlyTheCeiling_opensNothing_howeverManyThereAre() {
    for (int removed = 50; removed <= 1_000_000; removed *= 4)
      assertThat(Figures.isOverCeiling(removed, removed / 50)).as("of %d", removed).isFalse();
  }

  @Test
  void removalsCount_fromTheFirstOfTheMonth() {
    assertThat(Figures.countsFrom(LocalDate.parse("2026-12-31"))).isEqualTo("2026-12-01");
    assertThat(Figures.countsFrom(LocalDate.parse("2026-12-01"))).isEqualTo("2026-12-01");
  }

  @Test
  void fallOfTheShareAllowed_isSeen_andARiseIsNone() {
    var days = new Volume(930_000, 1_000_000);
    assertThat(Figures.isSuddenFall(new Volume(9_000, 10_000), days)).isTrue();
    assertThat(Figures.isSuddenFall(new Volume(9_150, 10_000), days)).as("too small").isFalse();
    assertThat(Figures.isSuddenFall(new Volume(9_800, 10_000), days)).isFalse();
    assertThat(Figures.isSuddenFall(new Volume(500, 999), days)).as("too few").isFalse();
    assertThat(Figures.isSuddenFall(new Volume(9_000, 10_000), new Volume(0, 0))).isFalse();
  }

  @Test
  void whatChanceBrings_opensNothing() {
    // 2.1 points below 93 % are 2.6 deviations of 1,000: not 1 in 2,400.
    assertThat(Figures.isSuddenFall(new Volume(909, 1_000), new Volume(93_000, 100_000))).isFalse();
    assertThat(Figures.isSuddenFall(new Volume(895, 1_000), new Volume(93_000, 100_000))).isTrue();
  }
}
