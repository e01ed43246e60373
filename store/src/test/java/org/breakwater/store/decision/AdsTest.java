package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.casework.appeal.AppealResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ads are counted once, with their decision; who placed them is noted of recorded ones alone. */
class AdsTest extends LogFixture {
  private static final LocalDate TODAY = LocalDate.ofInstant(START, ZoneOffset.UTC);
  private static final Advertiser SHOP = new Advertiser("business", true);

  private final Ads ads = new Ads(database);

  AdsTest(@TempDir Path folder) {
    super(folder);
  }

  private static Draft ad(Draft draft) {
    return new Draft(
        draft.request(),
        draft.json(),
        draft.policies(),
        draft.outcome(),
        draft.material(),
        draft.cause(),
        new Counted(Optional.of(SHOP), Optional.empty()));
  }

  private List<String> figures() {
    return ads.figures(TODAY, TODAY.plusDays(1)).stream()
        .map(each -> "%s %d %d".formatted(each.outcome(), each.decided(), each.overturned()))
        .toList();
  }

  private void answer(UUID decision, AppealResult result) {
    var dossier = dossiers.find(decision).orElseThrow();
    String outcome = result == AppealResult.OVERTURNED ? "allow" : "remove";
    var ruled =
        new Act.Ruled(
            "{\"act\":\"rule\"}",
            decision,
            dossier.content(),
            1,
            outcome,
            "because",
            "person other",
            dossier.isKept(),
            new Confirmation.Nothing());
    log.enter(new Act.Answered(ruled, UUID.randomUUID(), result)).join();
  }

  @Test
  void ads_areCountedOnce_andNothingElseIs() {
    log.submit(ad(drafts.removed("p1", "a1"))).join();
    log.submit(ad(drafts.removed("p1", "a1"))).join();
    log.submit(ad(drafts.removed("p2", "a2"))).join();
    log.submit(ad(drafts.allowed("p3"))).join();
    log.submit(drafts.removed("p4", "a4")).join();
    assertThat(figures()).containsExactly("allow 1 0", "remove 2 0");
    assertThat(ads.figures(TODAY.plusDays(1), TODAY.plusDays(2))).isEmpty();
  }

  @Test
  void overturnedOnAppeal_isCountedOnce_whateverIsRuledLater() {
    UUID refused = logged(ad(drafts.removed("p1", "a1"))).decision();
    UUID other = logged(ad(drafts.removed("p2", "a2"))).decision();
    answer(other, AppealResult.UPHELD);
    assertThat(figures()).containsExactly("remove 2 0");
    answer(refused, AppealResult.OVERTURNED);
    answer(refused, AppealResult.UPHELD);
    answer(refused, AppealResult.OVERTURNED);
    assertThat(figures()).containsExactly("remove 2 1");
  }

  @Test
  void whoPlacedIt_isKeptWithRecordedMaterial_andGoesWithIt() {
    UUID refused = logged(ad(drafts.removed("p1", "a1"))).decision();
    UUID ask = logged(ad(drafts.removedAsk("p2"))).decision();
    assertThat(dossiers.find(refused).flatMap(Dossier::recorded).flatMap(d -> d.advertiser()))
        .contains(SHOP);
    assertThat(noted()).containsExactly(refused);
    answer(ask, AppealResult.OVERTURNED);
    assertThat(figures()).containsExactly("allow 1 0", "remove 1 0");
    new Erasure(database, secrets).author("a1");
    assertThat(noted()).isEmpty();
  }

  private List<UUID> noted() {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("select decision from ad").mapTo(UUID.class).list());
  }
}
