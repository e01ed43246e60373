package org.breakwater.store.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.breakwater.engine.policy.Label;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.database.TestPostgres;
import org.breakwater.store.decision.Answer;
import org.breakwater.store.decision.Appeals;
import org.breakwater.store.decision.Audit;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.Deed;
import org.breakwater.store.decision.Dossiers;
import org.breakwater.store.decision.Draft;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Material;
import org.breakwater.store.decision.Place;
import org.breakwater.store.decision.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class BackupTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  private final Path folder;
  private final Path checkpoint;
  private final LogSecrets secrets;
  private final DayKeys keys;

  BackupTest(@TempDir Path folder) {
    this.folder = folder;
    checkpoint = folder.resolve("checkpoint");
    secrets = LogSecrets.in(folder);
    keys = new DayKeys(folder);
  }

  private static Draft draft(String id) {
    var request = new Request(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    var material =
        new Material.Recorded(id, 1, "words of " + id, "author", "{}", Label.OFFER, Deed.HIDE);
    return new Draft(request, "{\"id\":\"%s\"}".formatted(id), "[]", "remove", material);
  }

  /** A log with one decision in it, and one more for each id. */
  private Place logged(Database database, String id) {
    try (var log = DecisionLog.open(database, secrets, checkpoint, () -> NOW)) {
      return ((Answer.Logged) log.submit(draft(id)).join()).place();
    }
  }

  private Path backup(Database database) {
    String note = new OwnFile(checkpoint).text().orElseThrow();
    return Backup.write(database, keys, note, folder.resolve("backups"), NOW);
  }

  private Audit.Finding restored(Path file, String address, Path published) {
    return Restore.into(address, file, keys, secrets, published);
  }

  @Test
  void restoredDatabase_verifies_andGoesOn() throws IOException {
    Place place;
    Path file;
    try (var database = TestPostgres.fresh()) {
      place = logged(database, "p1");
      database
          .jdbi()
          .useTransaction(
              handle -> {
                handle.execute(
                    "insert into session (hash, person, csrf, created_at, seen_at)"
                        + " values ('h', '018f0000-0000-7000-8000-000000000000', 'c',"
                        + " now(), now())");
                handle.execute(
                    "insert into sample values ('2026-11-22', 'rest', 0.001, 'en', '', 'post',"
                        + " 'allow', 'drawn')");
                handle.execute("insert into strike_generation (generation) values (7)");
                handle.execute(
                    "insert into person (person, name, roles, created_at, password_at)"
                        + " values ('018f0000-0000-7000-8000-000000000000', 'p', '',"
                        + " now(), now())");
              });
      var about = new Appeals.Subject(place.decision(), UUID.randomUUID(), 1, true, true);
      new Appeals(database, secrets).file(about, "please", TODAY, TODAY);
      file = backup(database);
    }
    String address = TestPostgres.freshAddress();
    Path published = folder.resolve("restored-checkpoint");
    assertThat(restored(file, address, published)).isEqualTo(new Audit.Finding(1, 1, List.of()));
    assertThat(published).hasSameTextualContentAs(checkpoint);
    try (var database = Database.open(address);
        var log = DecisionLog.open(database, secrets, published, () -> NOW)) {
      assertThat(new Dossiers(database).find(place.decision())).isPresent();
      assertThat(count(database, "person")).isEqualTo(1);
      assertThat(count(database, "action")).isEqualTo(1);
      assertThat(count(database, "sample")).as("samples are in no backup").isZero();
      assertThat(count(database, "strike_generation")).isEqualTo(1);
      assertThat(new Appeals(database, secrets).openOn(place.decision())).isPresent();
      assertThat(count(database, "session")).as("nobody is still logged in").isZero();
      assertThat(log.submit(draft("p2")).join()).isInstanceOf(Answer.Logged.class);
    }
  }

  @Test
  void messagesOfARestoredDatabase_haveNumbersThatWereNeverGivenOut() {
    Path file;
    try (var database = TestPostgres.fresh()) {
      logged(database, "p1");
      file = backup(database);
    }
    String address = TestPostgres.freshAddress();
    restored(file, address, folder.resolve("restored-checkpoint"));
    try (var database = Database.open(address);
        var log =
            DecisionLog.open(database, secrets, folder.resolve("restored-checkpoint"), () -> NOW)) {
      log.submit(draft("p2")).join();
      List<Long> messages =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("select message from outbox order by message")
                          .mapTo(Long.class)
                          .list());
      assertThat(messages).hasSize(2);
      assertThat(messages.getLast()).isGreaterThan(1_000_000_000_000L);
    }
  }

  private static long count(Database database, String table) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  @Test
  void backup_isUnreadableWithoutItsDaysKey() throws IOException {
    Path file;
    try (var database = TestPostgres.fresh()) {
      logged(database, "p1");
      file = backup(database);
    }
    assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("words of", "author");
    assertThat(keys.destroyBefore(TODAY.plusDays(DayKeys.DAYS))).isEmpty();
    assertThat(keys.destroyBefore(TODAY.plusDays(DayKeys.DAYS + 1))).containsExactly(TODAY);
    assertThatThrownBy(() -> restored(file, TestPostgres.freshAddress(), checkpoint))
        .hasMessageContaining("was destroyed after 30 days");
  }

  @Test
  void everyChangedPart_isFoundBeforeARowIsWritten() throws IOException {
    Path file;
    try (var database = TestPostgres.fresh()) {
      logged(database, "p1");
      file = backup(database);
    }
    byte[] bytes = Files.readAllBytes(file);
    String address = TestPostgres.freshAddress();
    for (int i = 0; i < bytes.length; i += Math.max(1, bytes.length / 40)) {
      bytes[i] ^= 1;
      Files.write(file, bytes);
      assertThatThrownBy(() -> restored(file, address, checkpoint))
          .as("byte %d", i)
          .hasMessageContaining("was changed, or is not whole");
      bytes[i] ^= 1;
    }
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> restored(file, address, checkpoint))
        .hasMessageContaining("was changed, or is not whole");
  }

  @Test
  void backupOlderThanWhatWasPublished_isNotTakenForTheLog() {
    String address = TestPostgres.freshAddress();
    Path file;
    try (var database = TestPostgres.fresh()) {
      logged(database, "p1");
      file = backup(database);
      logged(database, "p2");
    }
    assertThat(restored(file, address, checkpoint).faults())
        .containsExactly("the checkpoint says 2 entries, the database has 1");
  }

  @Test
  void databaseWithRows_isNotWrittenOver() {
    String address = TestPostgres.freshAddress();
    try (var database = Database.open(address)) {
      logged(database, "p1");
      Path file = backup(database);
      assertThatThrownBy(() -> restored(file, address, checkpoint))
          .hasMessageContaining("is not empty");
    }
  }

  @Test
  void backupOfTheFirstRelease_isBroughtToTheNewestForm() {
    Path file;
    try (var database = Database.openAt(TestPostgres.freshAddress(), "1")) {
      database
          .jdbi()
          .useHandle(
              handle -> handle.execute("insert into rules (policies) values ('[\"the first\"]')"));
      file = Backup.write(database, keys, emptyCheckpoint(), folder.resolve("backups"), NOW);
    }
    String address = TestPostgres.freshAddress();
    assertThat(restored(file, address, folder.resolve("other")).faults()).isEmpty();
    try (var database = Database.open(address)) {
      assertThat(logged(database, "p1").batch()).isZero();
    }
  }

  /** The note of a log without entries, as a server publishes it at its first start. */
  private String emptyCheckpoint() {
    try (var database = TestPostgres.fresh();
        var log = DecisionLog.open(database, secrets, folder.resolve("empty"), () -> NOW)) {
      return log.checkpoint();
    }
  }

  @Test
  void databaseOfTheFirstRelease_isUpgradedWithWhatItHolds() {
    String address = TestPostgres.freshAddress();
    try (var database = Database.openAt(address, "1")) {
      database
          .jdbi()
          .useHandle(handle -> handle.execute("insert into rules (policies) values ('[]')"));
    }
    try (var database = Database.open(address)) {
      Place place = logged(database, "p1");
      assertThat(place.batch()).isZero();
      long rules =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle.createQuery("select count(*) from rules").mapTo(Long.class).one());
      assertThat(rules).as("the rules of before are used again").isEqualTo(1);
    }
  }
}
