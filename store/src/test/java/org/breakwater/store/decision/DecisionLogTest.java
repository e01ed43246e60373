package org.breakwater.store.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.breakwater.store.merkle.Note;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionLogTest extends LogFixture {
  DecisionLogTest(@TempDir Path folder) {
    super(folder);
  }

  @Test
  void firstDecision_standsAtTheBeginning() {
    Place place = logged(drafts.allowed("p1"));
    assertThat(place.batch()).isZero();
    assertThat(place.position()).isZero();
    assertThat(place.decision().version()).isEqualTo(7);
    assertThat(dossiers.find(place.decision()))
        .hasValueSatisfying(
            dossier -> {
              assertThat(dossier.place()).isEqualTo(place);
              assertThat(dossier.outcome()).isEqualTo("allow");
              assertThat(dossier.policies()).isEqualTo(Drafts.POLICIES);
              assertThat(dossier.recorded()).isEmpty();
            });
  }

  @Test
  void sameRequest_isAnsweredAsBefore_alsoAfterAnotherStart() {
    Place place = logged(drafts.allowed("p1"));
    var again = new Answer.Repeated(place, Drafts.POLICIES);
    assertThat(log.submit(drafts.allowed("p1")).join()).isEqualTo(again);
    reopen();
    assertThat(log.submit(drafts.allowed("p1")).join()).isEqualTo(again);
  }

  @Test
  void sameRequestWithAnotherBody_isRefused() {
    logged(drafts.allowed("p1"));
    assertThat(log.submit(drafts.allowed("p1", "another")).join()).isEqualTo(new Answer.Conflict());
  }

  @Test
  void requestsAtOnce_areEachLoggedOnce() {
    List<CompletableFuture<Answer>> answers =
        IntStream.range(0, 400).mapToObj(i -> log.submit(drafts.allowed("p" + i % 200))).toList();
    List<Place> places =
        answers.stream()
            .map(CompletableFuture::join)
            .map(answer -> answer instanceof Answer.Logged(var place) ? place : null)
            .filter(place -> place != null)
            .toList();
    assertThat(places).hasSize(200).doesNotHaveDuplicates();
    assertThat(places.stream().map(Place::decision)).isSorted();
    assertThat(places.getLast().batch()).isLessThan(200);
  }

  @Test
  void receipt_holdsForItsDecisionOnly() {
    List<Draft> all = IntStream.range(0, 20).mapToObj(i -> drafts.allowed("p" + i)).toList();
    List<CompletableFuture<Answer>> answers = all.stream().map(log::submit).toList();
    for (int i = 0; i < all.size(); i++) {
      Place place = ((Answer.Logged) answers.get(i).join()).place();
      Receipt receipt = log.receipt(place.decision()).orElseThrow();
      byte[] sent = all.get(i).placed(place).getBytes(UTF_8);
      assertThat(receipt.faults(log.verifyKey(), sent)).isEmpty();
      sent[5] ^= 1;
      assertThat(receipt.faults(log.verifyKey(), sent))
          .containsExactly("the decision is not the one the leaf commits to");
    }
  }

  @Test
  void checkpoint_followsWithinASecond() throws InterruptedException {
    String before = log.checkpoint();
    logged(drafts.allowed("p1"));
    for (int i = 0; i < 50 && log.checkpoint().equals(before); i++) Thread.sleep(20);
    assertThat(Note.open(log.checkpoint(), log.verifyKey()))
        .isInstanceOfSatisfying(
            Note.Opened.Trusted.class,
            trusted -> assertThat(trusted.checkpoint().size()).isEqualTo(1));
  }

  @Test
  void allowedContent_goesWithItsDay_andTheReceiptOfWhatStaysStillHolds() {
    var both = List.of(log.submit(drafts.allowed("p1")), log.submit(drafts.removed("p2", "a2")));
    Place allowed = ((Answer.Logged) both.get(0).join()).place();
    Place removed = ((Answer.Logged) both.get(1).join()).place();
    now = START.plus(9, ChronoUnit.DAYS);
    reopen();
    assertThat(dossiers.find(allowed.decision())).isEmpty();
    String json = dossiers.find(removed.decision()).flatMap(Dossier::recorded).orElseThrow().sent();
    Receipt receipt = log.receipt(removed.decision()).orElseThrow();
    assertThat(receipt.faults(log.verifyKey(), json.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void material_goesWhenItsClockHasRun() {
    logged(drafts.removedAsk("p1"));
    logged(drafts.removed("p2", "a2"));
    assertThat(contents()).containsExactly("p1", "p2");
    now = START.plus(RetentionClock.APPEAL_DAYS, ChronoUnit.DAYS);
    reopen();
    assertThat(contents()).containsExactly("p2");
    now = START.plus(RetentionClock.STRIKE_DAYS, ChronoUnit.DAYS);
    reopen();
    assertThat(contents()).isEmpty();
  }

  private List<String> contents() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select content from material order by 1")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void removedAsk_isAnsweredAsAllowed() {
    Place place = logged(drafts.removedAsk("p1"));
    assertThat(dossiers.find(place.decision()))
        .hasValueSatisfying(
            dossier -> {
              assertThat(dossier.place()).isEqualTo(place);
              assertThat(dossier.outcome()).isEqualTo("allow");
              assertThat(dossier.policies()).isEqualTo(Drafts.POLICIES);
              assertThat(dossier.recorded()).isEmpty();
            });
  }

  @Test
  @Tag("long")
  void secondServer_doesNotWrite_untilTheFirstIsGone() throws InterruptedException {
    logged(drafts.allowed("p1"));
    try (var second =
        DecisionLog.open(database, secrets, folder.resolve("checkpoint-2"), () -> now)) {
      assertThat(second.submit(drafts.allowed("p2")).join())
          .isInstanceOfSatisfying(
              Answer.Unavailable.class,
              answer -> assertThat(answer.why()).contains("another server is the writer"));
      logged(drafts.allowed("p3"));
      Thread.sleep(1_000);
      assertThat(second.checkpoint()).as("follows the first").isEqualTo(log.checkpoint());
      log.close();
      while (!second.down().isEmpty()) Thread.sleep(20);
      assertThat(second.submit(drafts.allowed("p2")).join()).isInstanceOf(Answer.Logged.class);
    }
  }

  @Test
  void databaseThatWasSetBack_isNotContinued() {
    logged(drafts.allowed("p1"));
    log.close();
    database.jdbi().useHandle(handle -> handle.execute("delete from log_entry"));
    assertThatThrownBy(this::open).hasMessageContaining("does not continue what was published");
  }
}
