package org.breakwater.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.breakwater.store.decision.Ads;
import org.breakwater.store.decision.Advertiser;
import org.junit.jupiter.api.Test;

/** What is under 11 is not shown, and cannot be worked out from what is. */
class AdFiguresTest {
  private static final LocalDate DAY = LocalDate.parse("2026-12-01");

  private static Ads.Figure refused(int day, String kind, long count) {
    return new Ads.Figure(DAY.plusDays(day), new Advertiser(kind, false), "remove", count, 0);
  }

  private static List<OptionalLong> refusedByKind(Ads.Figure... figures) {
    return List.copyOf(AdFigures.of(List.of(figures)).refusedByKind().values());
  }

  @Test
  void under11_isNotShown() {
    var figures = AdFigures.of(List.of(refused(0, "person", 10), refused(1, "person", 11)));
    assertThat(figures.shownKinds().values())
        .extracting(AdFigures.Shown::refused)
        .containsExactly(OptionalLong.of(21));
    assertThat(figures.shownKinds().values())
        .extracting(AdFigures.Shown::allowed)
        .containsExactly(OptionalLong.empty());
  }

  @Test
  void oneAlone_wouldBeTheDifference_soTheLeastOfTheOthersIsWithheldToo() {
    assertThat(
            refusedByKind(
                refused(0, "business", 40), refused(0, "ngo", 3), refused(0, "person", 12)))
        .containsExactly(OptionalLong.of(40), OptionalLong.empty(), OptionalLong.empty());
  }

  @Test
  void whatIsShownOfOneTable_neverLeavesOneUnknownOfTheOther() {
    var figures =
        AdFigures.of(
            List.of(
                refused(0, "business", 30), refused(1, "business", 30), refused(2, "person", 4)));
    long shownDays =
        figures.shownDays().values().stream().filter(d -> d.refused().isPresent()).count();
    assertThat(shownDays).isEqualTo(1);
    assertThat(figures.shownKinds().values())
        .extracting(AdFigures.Shown::refused)
        .containsOnly(OptionalLong.empty());
  }

  @Test
  void outcomes_areAddedUpAsTheyAreRecorded() {
    var by = new Advertiser("ngo", true);
    var figures =
        AdFigures.of(
            List.of(
                new Ads.Figure(DAY, by, "allow", 20, 0),
                new Ads.Figure(DAY, by, "remove", 30, 12),
                new Ads.Figure(DAY, by, "review", 40, 1)));
    assertThat(figures.sums())
        .containsEntry("allowed", 20L)
        .containsEntry("reviewed", 40L)
        .containsEntry("refused", 30L)
        .containsEntry("overturned", 13L);
    assertThat(figures.refusedByKind()).containsEntry("ngo (verified)", OptionalLong.of(30));
  }
}
