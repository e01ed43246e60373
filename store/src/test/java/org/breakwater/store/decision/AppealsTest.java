package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.casework.appeal.AppealResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Appeals are kept as long as what they are about, decided once, and known to the log. */
@Tag("long")
class AppealsTest extends LogFixture {
  private static final LocalDate TODAY = LocalDate.ofInstant(START, ZoneOffset.UTC);

  private final Appeals appeals = new Appeals(database, secrets);

  AppealsTest(@TempDir Path folder) {
    super(folder);
  }

  private Dossier decided(Draft draft) {
    return dossiers.find(logged(draft).decision()).orElseThrow();
  }

  private Appeal filed(Dossier dossier, String text) {
    UUID decision = dossier.place().decision();
    var about = new Appeals.Subject(decision, dossier.content(), 1, dossier.isKept(), true);
    LocalDate until = dossiers.kept(decision).map(Dossiers.Kept::until).orElse(TODAY);
    Appeal appeal = appeals.file(about, text, TODAY, until);
    awaitWriter();
    return appeal;
  }

  /** Acts that were handed in are entered within about a second. */
  private void awaitWriter() {
    while (rows("act_waiting") > 0) Thread.onSpinWait();
  }

  private UUID answered(Appeal appeal, String outcome, AppealResult result) {
    var ruled =
        new Act.Ruled(
            "{\"act\":\"rule\"}",
            appeal.decision(),
            appeal.content(),
            1,
            outcome,
            "because",
            "person other",
            appeal.isRecorded(),
            new Confirmation.Nothing());
    var answer = log.enter(new Act.Answered(ruled, appeal.appeal(), result)).join();
    assertThat(answer).isInstanceOf(Answer.Logged.class);
    return ((Answer.Logged) answer).place().decision();
  }

  private long rows(String table) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  private void reopenAfter(int days) {
    log.close();
    now = START.plus(days, ChronoUnit.DAYS);
    log = open();
  }

  @Test
  void oneOpenAppealADecision_fromFiledToDecided() {
    Dossier removed = decided(drafts.removed("p1", "a1"));
    Appeal first = filed(removed, "we are a bus line");
    assertThat(filed(removed, "once more").appeal()).isEqualTo(first.appeal());
    assertThat(first.state()).isInstanceOf(Appeal.State.Filed.class);
    appeals.acknowledge(first);
    assertThat(appeals.newestOn(first.decision()).orElseThrow().state())
        .isInstanceOf(Appeal.State.Acknowledged.class);
    UUID ruling = answered(first, "allow", AppealResult.OVERTURNED);
    assertThat(appeals.find(first.appeal()).orElseThrow().state())
        .isEqualTo(new Appeal.State.Decided(ruling, AppealResult.OVERTURNED));
    assertThat(appeals.openOn(removed.content(), 1)).isEmpty();
    answered(first, "remove", AppealResult.UPHELD);
    assertThat(appeals.find(first.appeal()).orElseThrow().state())
        .as("decided once")
        .isEqualTo(new Appeal.State.Decided(ruling, AppealResult.OVERTURNED));
    assertThat(filed(removed, "again").appeal()).isNotEqualTo(first.appeal());
    assertThat(faults()).isEmpty();
  }

  @Test
  void openOnes_comeOldestFirst_pageByPage() {
    Appeal one = filed(decided(drafts.removed("p1", "a1")), "one");
    Appeal two = filed(decided(drafts.removed("p2", "a2")), "two");
    List<Appeal> page = appeals.open(Optional.empty(), 1);
    List<Appeal> next = appeals.open(Optional.of(page.getFirst()), 5);
    assertThat(List.of(page.getFirst().appeal(), next.getFirst().appeal()))
        .containsExactlyInAnyOrder(one.appeal(), two.appeal());
    assertThat(next).hasSize(1);
    assertThat(appeals.openFiledBefore(TODAY)).isZero();
    assertThat(appeals.openFiledBefore(TODAY.plusDays(1))).isEqualTo(2);
  }

  @Test
  void changedAppeal_andOneTheLogDoesNotKnow_areFound() {
    Appeal changed = filed(decided(drafts.removed("p1", "a1")), "one");
    Appeal invented = filed(decided(drafts.removed("p2", "a2")), "two");
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("update appeal set text = 'x' where appeal = ?", changed.appeal());
              handle.execute(
                  "delete from act where json like '%' || ? || '%'",
                  invented.commitment(secrets).toString());
            });
    assertThat(faults())
        .containsExactlyInAnyOrder(
            "appeal %s: was changed after it was written".formatted(changed.appeal()),
            "appeal %s: the log does not know of it".formatted(invented.appeal()));
  }

  @Test
  void log_doesNotLeadToTheAppeal_norHoldsItsWords() {
    Appeal appeal = filed(decided(drafts.removedAsk("ask")), "words of the appeal");
    List<String> acts =
        database
            .jdbi()
            .withHandle(
                handle -> handle.createQuery("select json from act").mapTo(String.class).list());
    assertThat(acts).hasSize(1);
    assertThat(acts.getFirst())
        .contains("\"act\":\"appeal\"")
        .doesNotContain("words", appeal.appeal().toString(), appeal.decision().toString(), "ask");
  }

  @Test
  void whatLeavesNoRecord_goesAWeekAfterTheRuling() {
    Appeal ask = filed(decided(drafts.removedAsk("ask")), "please");
    Appeal offer = filed(decided(drafts.removed("p1", "a1")), "please");
    answered(ask, "allow", AppealResult.OVERTURNED);
    answered(offer, "remove", AppealResult.UPHELD);
    reopenAfter(RetentionClock.RULED_DAYS - 1);
    assertThat(appeals.find(ask.appeal())).isPresent();
    reopenAfter(RetentionClock.RULED_DAYS);
    assertThat(appeals.find(ask.appeal())).isEmpty();
    assertThat(appeals.find(offer.appeal())).isPresent();
    assertThat(faults()).isEmpty();
  }

  @Test
  void appealOfTheLastDay_waitsThirtyDaysForItsRuling() {
    Dossier ask = decided(drafts.removedAsk("ask"));
    var about = new Appeals.Subject(ask.place().decision(), ask.content(), 1, false, true);
    Appeal late = appeals.file(about, "please", TODAY, TODAY.plusDays(1));
    awaitWriter();
    reopenAfter(29);
    assertThat(appeals.find(late.appeal())).isPresent();
    reopenAfter(30);
    assertThat(appeals.find(late.appeal())).isEmpty();
  }

  @Test
  void erasure_takesAppealsAndChoices_alsoWhereTheRowIsGone() {
    Appeal offer = filed(decided(drafts.removed("p1", "a1")), "please");
    Dossier asked = decided(drafts.removedAsk("ask"));
    Appeal ask = filed(asked, "please");
    appeals.mute(asked.content(), TODAY.plusDays(100));
    reopenAfter(9);
    assertThat(dossiers.find(asked.place().decision())).as("the row of an ask").isEmpty();
    var erasure = new Erasure(database, secrets);
    assertThat(erasure.content("ask")).isEqualTo(1);
    assertThat(appeals.find(ask.appeal())).isEmpty();
    assertThat(appeals.isMuted(asked.content())).isFalse();
    assertThat(rows("material")).isEqualTo(1);
    assertThat(erasure.author("a1")).isEqualTo(1);
    assertThat(appeals.find(offer.appeal())).isEmpty();
    assertThat(faults()).isEmpty();
  }

  @Test
  void choice_isKeptForItsTime() {
    UUID content = UUID.randomUUID();
    appeals.mute(content, TODAY.plusDays(10));
    appeals.mute(content, TODAY.plusDays(5));
    reopenAfter(9);
    assertThat(appeals.isMuted(content)).isTrue();
    reopenAfter(10);
    assertThat(appeals.isMuted(content)).isFalse();
    appeals.mute(content, TODAY.plusDays(20));
    appeals.unmute(content);
    assertThat(appeals.isMuted(content)).isFalse();
  }
}
