package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.TestPostgres;
import org.breakwater.store.merkle.Checkpoint;
import org.breakwater.store.merkle.Hash;
import org.breakwater.store.merkle.Note;
import org.breakwater.store.merkle.VerifyKey;
import org.breakwater.store.merkle.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CosignaturesTest {
  private static final long TIME = 1_764_000_000;

  private final Database database = TestPostgres.fresh();
  private final LogSecrets secrets;
  private final Witness first = new Witness("witness.example/one");
  private final Witness second = new Witness("witness.example/two");
  private final Cosignatures cosignatures;
  private final String note;

  CosignaturesTest(@TempDir Path folder) {
    secrets = LogSecrets.in(folder);
    VerifyKey key = secrets.logKey().verifyKey();
    cosignatures = new Cosignatures(database, key);
    Instant now = Instant.parse("2026-11-22T09:30:00Z");
    var log = DecisionLog.open(database, secrets, folder.resolve("checkpoint"), () -> now);
    log.submit(new Drafts(secrets).allowed("p1")).join();
    log.close();
    note = log.checkpoint();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void cosignedCheckpoint_isServedWithAllItsSignatures() {
    assertThat(cosignatures.newest()).isEmpty();
    assertThat(cosignatures.take(first.cosigned(note, TIME), List.of(first.key(), second.key())))
        .isEqualTo(new Cosignatures.Taken.Kept(1, List.of("witness.example/one")));
    assertThat(cosignatures.take(second.cosigned(note, TIME), List.of(second.key())))
        .isInstanceOf(Cosignatures.Taken.Kept.class);
    String both = second.cosigned(first.cosigned(note, TIME), TIME);
    assertThat(cosignatures.newest()).contains(both);
    assertThat(Note.open(both, secrets.logKey().verifyKey()))
        .isInstanceOf(Note.Opened.Trusted.class);
  }

  @Test
  void signatureOfAStranger_isRefused() {
    assertThat(cosignatures.take(first.cosigned(note, TIME), List.of(second.key())))
        .isEqualTo(
            new Cosignatures.Taken.Refused("no signature of a witness that is trusted here"));
  }

  @Test
  void everyChangedCharacterOfACosignature_isRefused() {
    String cosigned = first.cosigned(note, TIME);
    for (int i = note.length(); i < cosigned.length() - 1; i++) {
      var changed = new StringBuilder(cosigned);
      changed.setCharAt(i, cosigned.charAt(i) == 'A' ? 'B' : 'A');
      assertThat(cosignatures.take(changed.toString(), List.of(first.key())))
          .as("character %d", i)
          .isInstanceOf(Cosignatures.Taken.Refused.class);
    }
  }

  @Test
  void checkpointOfAnotherHistory_isRefused() {
    var key = secrets.logKey();
    String other =
        Note.sign(new Checkpoint(key.verifyKey().name(), 1, Hash.ofLeaf(new byte[] {1})), key);
    assertThat(cosignatures.take(first.cosigned(other, TIME), List.of(first.key())))
        .isEqualTo(new Cosignatures.Taken.Refused("the log does not continue this checkpoint"));
  }
}
