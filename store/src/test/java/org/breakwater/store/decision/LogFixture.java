package org.breakwater.store.decision;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.database.TestPostgres;
import org.breakwater.store.merkle.Checkpoint;
import org.breakwater.store.merkle.Note;
import org.junit.jupiter.api.AfterEach;

/** A log in a database of its own, on a clock that the test sets. */
abstract class LogFixture {
  static final Instant START = Instant.parse("2026-11-22T09:30:00Z");

  final Database database = TestPostgres.fresh();
  final Dossiers dossiers = new Dossiers(database);
  final LogSecrets secrets;
  final Drafts drafts;
  final Path folder;
  volatile Instant now = START;
  DecisionLog log;

  LogFixture(Path folder) {
    this.folder = folder;
    secrets = LogSecrets.in(folder);
    drafts = new Drafts(secrets);
    log = open();
  }

  final DecisionLog open() {
    return DecisionLog.open(database, secrets, folder.resolve("checkpoint"), () -> now);
  }

  final void reopen() {
    log.close();
    log = open();
  }

  final Place logged(Draft draft) {
    return logged(log.submit(draft).join());
  }

  static Place logged(Answer answer) {
    return switch (answer) {
      case Answer.Logged(var place) -> place;
      case Answer other -> throw new AssertionError("not logged: " + other);
    };
  }

  /** What an audit finds while the log is closed. */
  final List<String> faults() {
    log.close();
    String note = new OwnFile(folder.resolve("checkpoint")).text().orElseThrow();
    Checkpoint published =
        switch (Note.open(note, secrets.logKey().verifyKey())) {
          case Note.Opened.Trusted(var checkpoint) -> checkpoint;
          case Note.Opened.Refused(var why) -> throw new AssertionError(why);
        };
    List<String> faults = Audit.of(database, secrets, published).faults();
    log = open();
    return faults;
  }

  @AfterEach
  void close() {
    log.close();
    database.close();
  }
}
