package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.breakwater.engine.policy.Label;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.merkle.Checkpoint;
import org.breakwater.store.sample.Population;
import org.breakwater.store.sample.Sample;
import org.breakwater.store.sample.SampleStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on request, and what goes by itself; the log verifies all the same. */
@Tag("long")
class ErasureTest extends LogFixture {
  ErasureTest(@TempDir Path folder) {
    super(folder);
  }

  private Audit.Finding audit() {
    log.close();
    Checkpoint published =
        Checkpoints.published(
                new OwnFile(folder.resolve("checkpoint")), secrets.logKey().verifyKey())
            .orElseThrow();
    Audit.Finding finding = Audit.of(database, secrets, published);
    log = open();
    return finding;
  }

  private long rows(String table) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  @Test
  void content_isErasedWithItsSeed_andTheLogVerifies() {
    Place removed = logged(drafts.removed("p1", "a1"));
    Place allowed = logged(drafts.allowed("p2"));
    logged(drafts.removed("p3", "a1"));
    var erasure = new Erasure(database, secrets);
    assertThat(erasure.content("p1")).isEqualTo(1);
    assertThat(erasure.content("p2")).isEqualTo(1);
    assertThat(dossiers.find(removed.decision())).isEmpty();
    assertThat(log.receipt(allowed.decision())).isEmpty();
    assertThat(rows("decision")).isEqualTo(1);
    assertThat(rows("material")).isEqualTo(1);
    Audit.Finding finding = audit();
    assertThat(finding.faults()).isEmpty();
    assertThat(finding.decisions()).isEqualTo(1);
  }

  private void awaitActs(int count) {
    while (rows("act") < count) Thread.onSpinWait();
  }

  @Test
  void erasure_isAnActInTheLog_whichDoesNotSayWhose() {
    logged(drafts.removed("p1", "a1"));
    new Erasure(database, secrets).author("a1");
    new Erasure(database, secrets).author("nobody");
    awaitActs(1);
    List<String> acts =
        database
            .jdbi()
            .withHandle(
                handle -> handle.createQuery("select json from act").mapTo(String.class).list());
    assertThat(acts)
        .containsExactly(
            "{\"act\":\"erase\",\"by\":\"the operator\",\"object\":\"1 decisions by author\"}");
    assertThat(rows("act_waiting")).isZero();
  }

  @Test
  void rulingsOnWhatIsErased_goWithIt() {
    Place place = logged(drafts.removed("p1", "a1"));
    Dossier dossier = new Dossiers(database).find(place.decision()).orElseThrow();
    log.enter(
            new Act.Ruled(
                "{}",
                place.decision(),
                dossier.content(),
                1,
                "allow",
                "why",
                "person m",
                true,
                new Confirmation.Nothing()))
        .join();
    assertThat(rows("ruling")).isEqualTo(1);
    new Erasure(database, secrets).author("a1");
    assertThat(rows("ruling")).isZero();
    assertThat(audit().faults()).isEmpty();
  }

  @Test
  void author_isErasedEverywhere_andOthersStay() {
    logged(drafts.removed("p1", "a1"));
    logged(drafts.removed("p2", "a1"));
    Place other = logged(drafts.removed("p3", "a2"));
    assertThat(new Erasure(database, secrets).author("a1")).isEqualTo(2);
    assertThat(dossiers.find(other.decision()).flatMap(Dossier::recorded)).isPresent();
    assertThat(rows("decision")).isEqualTo(1);
    assertThat(audit().faults()).isEmpty();
  }

  @Test
  void whatIsErased_isDecidedAnewWhenItIsSentAgain() {
    Place first = logged(drafts.removed("p1", "a1"));
    new Erasure(database, secrets).content("p1");
    assertThat(logged(drafts.removed("p1", "a1"))).isNotEqualTo(first);
  }

  @Test
  void recordedDecisions_endWithTheirDay() {
    Place place = logged(drafts.removed("p1", "a1"));
    reopenAfter(Retention.KEPT_DAYS);
    assertThat(rows("material")).isZero();
    assertThat(dossiers.find(place.decision())).isPresent();
    reopenAfter(Retention.KEPT_DAYS + 1);
    assertThat(dossiers.find(place.decision())).isEqualTo(Optional.empty());
    assertThat(audit().faults()).isEmpty();
  }

  private void reopenAfter(int days) {
    log.close();
    now = START.plus(days, ChronoUnit.DAYS);
    log = open();
  }

  @Test
  void samples_goAfterThirtyDays() {
    LocalDate today = LocalDate.ofInstant(START, ZoneOffset.UTC);
    var sample = new Sample(today, "rest", 0.001, "en", "", "post", "allow", "words");
    new SampleStore(database)
        .write(List.of(sample), List.of(new Population(today, "rest", 0.001, 900, 1)));
    reopenAfter(SampleStore.DAYS - 1);
    assertThat(rows("sample")).isEqualTo(1);
    reopenAfter(SampleStore.DAYS);
    assertThat(rows("sample")).isZero();
    assertThat(rows("sample_population")).isZero();
  }

  @Test
  void everyNoRecordLabel_hasTheSameClock() {
    for (Label label : Label.values()) {
      var kept = new Material.Recorded("c", 1, "t", "a", "{}", label, Deed.HIDE);
      if (label.isNoRecord()) assertThat(RetentionClock.days(kept)).as(label.word()).isEqualTo(184);
      assertThat(RetentionClock.days(kept)).isBetween(184, Retention.KEPT_DAYS);
    }
  }
}
