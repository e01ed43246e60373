package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.database.TestPostgres;
import org.breakwater.store.merkle.Checkpoint;
import org.breakwater.store.merkle.Hash;
import org.breakwater.store.merkle.Note;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any flipped byte of what was written is found, and named. */
class AuditTest {
  private final Database database = TestPostgres.fresh();
  private final LogSecrets secrets;
  private final Checkpoint published;

  AuditTest(@TempDir Path folder) {
    secrets = LogSecrets.in(folder);
    var drafts = new Drafts(secrets);
    Instant now = Instant.parse("2026-11-22T09:30:00Z");
    try (var log = DecisionLog.open(database, secrets, folder.resolve("checkpoint"), () -> now)) {
      var answers =
          IntStream.range(0, 12)
              .mapToObj(
                  i -> i % 3 == 0 ? drafts.removed("p" + i, "a" + i) : drafts.allowed("p" + i))
              .map(log::submit)
              .toList();
      answers.forEach(answer -> assertThat(answer.join()).isInstanceOf(Answer.Logged.class));
      log.submit(drafts.removedAsk("ask")).join();
    }
    String note = new OwnFile(folder.resolve("checkpoint")).text().orElseThrow();
    published =
        switch (Note.open(note, secrets.logKey().verifyKey())) {
          case Note.Opened.Trusted(var checkpoint) -> checkpoint;
          case Note.Opened.Refused(var why) -> throw new AssertionError(why);
        };
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<String> faults() {
    return Audit.of(database, secrets, published).faults();
  }

  private void execute(String sql) {
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }

  private String one(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  @Test
  void untouchedDatabase_holds() {
    assertThat(faults()).isEmpty();
  }

  @Test
  void everyColumnOfADecision_isSealed() {
    String decision = one("select decision::text from decision order by decision limit 1");
    List<String> changes =
        List.of(
            "outcome = 'remove2'",
            "content = gen_random_uuid()",
            "request = gen_random_uuid()",
            "body = gen_random_uuid()",
            "batch = batch + 1",
            "position = position + 100",
            "seed = gen_random_uuid()",
            "seal = gen_random_uuid()");
    for (String change : changes) {
      String column = change.substring(0, change.indexOf(' '));
      String before =
          one("select %s::text from decision where decision = '%s'".formatted(column, decision));
      execute("update decision set %s where decision = '%s'".formatted(change, decision));
      assertThat(faults()).as(change).isNotEmpty().anyMatch(fault -> fault.contains(decision));
      execute(
          "update decision set %s = '%s' where decision = '%s'"
              .formatted(column, before, decision));
      assertThat(faults()).isEmpty();
    }
  }

  @Test
  void everyColumnOfMaterial_isSealed() {
    String decision = one("select decision::text from material where recorded limit 1");
    for (String column : List.of("content", "text", "author", "signals", "json")) {
      execute(
          "update material set %s = %s || 'x' where decision = '%s'"
              .formatted(column, column, decision));
      assertThat(faults()).as(column).anyMatch(fault -> fault.startsWith("material " + decision));
      execute(
          "update material set %s = left(%s, -1) where decision = '%s'"
              .formatted(column, column, decision));
    }
    execute("update material set revision = 9 where decision = '%s'".formatted(decision));
    assertThat(faults()).isNotEmpty();
  }

  @Test
  void everyFlippedByteOfTheLog_isNamed() {
    int bytes = Integer.parseInt(one("select length(leaves)::text from log_entry where entry = 0"));
    for (int i = 0; i < bytes; i += 13) {
      flip("log_entry", "leaves", "entry = 0", i);
      assertThat(faults()).anyMatch(fault -> fault.startsWith("log_entry 0: its leaves"));
      flip("log_entry", "leaves", "entry = 0", i);
    }
    for (int i = 0; i < Hash.BYTES; i++) {
      flip("log_node", "hash", "level = 0 and node = 0", i);
      assertThat(faults()).containsExactly("log_node 0/0: is not what its entries give");
      flip("log_node", "hash", "level = 0 and node = 0", i);
    }
    assertThat(faults()).isEmpty();
    execute("update log_entry set text = replace(text, 'decisions', 'decisionz') where entry = 0");
    assertThat(faults()).contains("log_entry 0: is not an entry");
  }

  private void flip(String table, String column, String where, int i) {
    execute(
        "update %s set %s = set_byte(%s, %d, get_byte(%s, %d) # 1) where %s"
            .formatted(table, column, column, i, column, i, where));
  }

  @Test
  void missingEntry_isNamed() {
    execute("delete from log_entry where entry = 0");
    assertThat(faults()).anyMatch(fault -> fault.contains("entry"));
  }

  @Test
  void changedRules_areFound() {
    execute("update rules set policies = policies || ' '");
    assertThat(faults()).hasSize(13).allMatch(fault -> fault.startsWith("decision "));
  }
}
