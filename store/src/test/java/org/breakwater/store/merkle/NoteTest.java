package org.breakwater.store.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoteTest {
  private static final LogKey KEY = LogKey.generate("localhost/log");
  private static final Checkpoint CHECKPOINT =
      new Checkpoint("localhost/log", 7, Hash.ofLeaf(new byte[] {1}));

  @Test
  void signedCheckpoint_isTrusted() {
    var note = Note.sign(CHECKPOINT, KEY);
    assertThat(Note.open(note, KEY.verifyKey())).isEqualTo(new Note.Opened.Trusted(CHECKPOINT));
  }

  @Test
  void everyChangedCharacter_isRefused() {
    var note = Note.sign(CHECKPOINT, KEY);
    for (int i = 0; i < note.length(); i++) {
      var changed = new StringBuilder(note);
      changed.setCharAt(i, note.charAt(i) == 'A' ? 'B' : 'A');
      assertThat(Note.open(changed.toString(), KEY.verifyKey()))
          .as("character %d", i)
          .isInstanceOf(Note.Opened.Refused.class);
    }
  }

  @Test
  void signatureOfAnotherKey_isRefused() {
    var note = Note.sign(CHECKPOINT, LogKey.generate("localhost/log"));
    assertThat(Note.open(note, KEY.verifyKey()))
        .isEqualTo(new Note.Opened.Refused("no valid signature of `localhost/log`"));
  }

  @Test
  void keys_areReadAsTheyAreWritten() {
    assertThat(VerifyKey.parse(KEY.verifyKey().toString()).map(VerifyKey::toString))
        .contains(KEY.verifyKey().toString());
    assertThat(LogKey.parse(KEY.secret()).map(LogKey::secret)).contains(KEY.secret());
    assertThat(VerifyKey.parse("localhost/log+00000000+AAAA")).isEmpty();
  }

  @Test
  void entry_isReadAsItIsWritten() {
    var at = Instant.parse("2026-11-22T09:30:00.123456Z");
    var entry = new LogEntry(EntryKind.DECISIONS, 3, at, Hash.OF_NOTHING);
    assertThat(entry.committedAt()).isEqualTo(Instant.parse("2026-11-22T09:30:00.123Z"));
    assertThat(LogEntry.parse(entry.text())).isEqualTo(Optional.of(entry));
    assertThat(LogEntry.parse("breakwater/entry/v2")).isEmpty();
  }
}
