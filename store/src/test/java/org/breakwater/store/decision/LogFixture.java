package org.breakwater.store.decision;

import java.nio.file.Path;
import java.time.Instant;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.TestPostgres;
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
    return switch (log.submit(draft).join()) {
      case Answer.Logged(var place) -> place;
      case Answer other -> throw new AssertionError("not logged: " + other);
    };
  }

  @AfterEach
  void close() {
    log.close();
    database.close();
  }
}
