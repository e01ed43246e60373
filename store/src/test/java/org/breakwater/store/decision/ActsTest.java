package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do is in the log, and goes when its time is over. */
class ActsTest extends LogFixture {
  ActsTest(@TempDir Path folder) {
    super(folder);
  }

  private Dossier decided(Draft draft) {
    return dossiers.find(logged(log.submit(draft).join()).decision()).orElseThrow();
  }

  private Place ruled(Dossier dossier, String outcome) {
    return logged(
        log.enter(
                new Act.Ruled(
                    "{\"act\":\"rule\"}",
                    dossier.place().decision(),
                    dossier.content(),
                    1,
                    outcome,
                    "because",
                    "person m",
                    dossier.isKept(),
                    new Confirmation.Nothing()))
            .join());
  }

  private long count(String table) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  @Test
  void act_isAnEntryAfterThoseBefore() {
    Dossier first = decided(drafts.allowed("p1"));
    Place act = logged(log.enter(new Act.Deed("{\"act\":\"login\"}", true)).join());
    Dossier next = decided(drafts.allowed("p2"));
    assertThat(act.batch()).isEqualTo(first.place().batch() + 1);
    assertThat(next.place().batch()).isEqualTo(act.batch() + 1);
    assertThat(faults()).isEmpty();
  }

  @Test
  void changedOrInventedAct_andRuling_areFound() {
    Place act = logged(log.enter(new Act.Deed("{\"act\":\"login\"}", true)).join());
    Place ruling = ruled(decided(drafts.removed("p1", "a1")), "allow");
    database.jdbi().useHandle(handle -> handle.execute("update act set json = json || ' '"));
    for (String column : List.of("outcome", "reason", "ruled_by"))
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute("update ruling set %s = %s || 'x'".formatted(column, column)));
    assertThat(faults())
        .contains(
            "act %s: is not what the log commits to".formatted(act.decision()),
            "act %s: is not what the log commits to".formatted(ruling.decision()),
            "ruling %s: was changed after it was written".formatted(ruling.decision()));
  }

  @Test
  void rulings_areReadInTheirOrder_andWithTheirDecision() {
    Dossier removed = decided(drafts.removed("p1", "a1"));
    UUID first = ruled(removed, "allow").decision();
    UUID second = ruled(removed, "remove").decision();
    assertThat(dossiers.rulingsAfter(new UUID(0, 0)))
        .extracting(Ruling::ruling)
        .containsExactly(first, second);
    assertThat(dossiers.rulingsAfter(first)).extracting(Ruling::ruling).containsExactly(second);
    assertThat(dossiers.find(removed.place().decision()).orElseThrow().rulings())
        .extracting(Ruling::outcome)
        .containsExactly("allow", "remove");
  }

  @Test
  void whatLeavesNoRecord_goesAWeekAfterItsRuling_andTheRulingWithIt() {
    Dossier ask = decided(drafts.removedAsk("ask"));
    Dossier offer = decided(drafts.removed("p1", "a1"));
    ruled(ask, "allow");
    ruled(offer, "remove");
    assertThat(count("material")).isEqualTo(2);
    log.close();
    now = START.plus(RetentionClock.RULED_DAYS, ChronoUnit.DAYS);
    log = open();
    logged(log.enter(new Act.Deed("{}", true)).join());
    assertThat(count("material")).isEqualTo(1);
    assertThat(dossiers.rulingsAfter(new UUID(0, 0)))
        .extracting(Ruling::outcome)
        .containsExactly("remove");
    assertThat(faults()).isEmpty();
  }

  @Test
  void decisionsOfAContent_comeNewestFirst_pageByPage() {
    Dossier one = decided(drafts.removed("p1", "a1"));
    UUID content = one.content();
    assertThat(dossiers.of(content, Optional.empty(), 5)).containsExactly(one);
    assertThat(dossiers.of(content, Optional.of(one.place().decision()), 5)).isEmpty();
    assertThat(one.recorded().orElseThrow().author()).isEqualTo("a1");
    assertThat(decided(drafts.removedAsk("ask")).recorded()).isEmpty();
  }

  @Test
  void tables_areFilledInAnyOrder_withinATransaction() {
    UUID person = UUID.randomUUID();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "insert into api_key (hash, name, scopes, person, created_at)"
                      + " values ('x', 'k', '', ?, now())",
                  person);
              handle.execute(
                  "insert into session (hash, person, csrf, created_at, seen_at)"
                      + " values ('y', ?, 'c', now(), now())",
                  person);
              handle.execute(
                  "insert into ruling values (?, ?, ?, 1, 'allow', 'r', 'p', ?)",
                  person,
                  person,
                  person,
                  person);
              handle.execute(
                  "insert into act values (?, 0, 0, ?, '{}', '2027-01-01')", person, person);
              handle.execute(
                  "insert into person (person, name, roles, created_at, password_at)"
                      + " values (?, 'p', '', now(), now())",
                  person);
            });
    assertThat(count("session")).isEqualTo(1);
  }
}
