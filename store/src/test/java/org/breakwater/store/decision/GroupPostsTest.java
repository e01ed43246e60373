package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group counts its posts, of which those count against it that a person confirmed. */
class GroupPostsTest extends LogFixture {
  private final GroupPosts posts = new GroupPosts(database);

  GroupPostsTest(@TempDir Path folder) {
    super(folder);
  }

  private Draft in(String group, Draft draft) {
    var counted = new Counted(Optional.empty(), Optional.of(GroupName.of(secrets, group)));
    return new Draft(
        draft.request(),
        draft.json(),
        draft.policies(),
        draft.outcome(),
        draft.material(),
        draft.cause(),
        counted);
  }

  private Dossier removed(String group, String id) {
    Place place = logged(in(group, drafts.removed(id, "author of " + id)));
    return dossiers.find(place.decision()).orElseThrow();
  }

  private void rule(Dossier on, String outcome) {
    UUID author = Strikes.author(secrets, on.recorded().orElseThrow().author());
    Confirmation confirmation =
        outcome.equals("remove")
            ? new Confirmation.Violation(author, 4, 1, Period.ofDays(365), 0)
            : new Confirmation.Nothing();
    var act =
        new Act.Ruled(
            "{}",
            on.place().decision(),
            on.content(),
            1,
            outcome,
            "why",
            "person m",
            true,
            confirmation);
    assertThat(log.enter(act).join()).isInstanceOf(Answer.Logged.class);
  }

  private List<String> standing() {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return posts.standing(today).stream()
        .map(each -> each.confirmed() + " of " + each.decided())
        .toList();
  }

  private Answer queue(Dossier of) {
    UUID decision = of.place().decision();
    return log.enter(new Act.Queued("{\"act\":\"x\"}", decision, "the server", "4 of 11")).join();
  }

  private List<String> rows(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  @Test
  void onlyWhatAPersonConfirmed_countsAgainstItsGroup_ofAllThatWasDecided() {
    Dossier one = removed("g1", "p1");
    removed("g1", "p2");
    log.submit(in("g1", drafts.allowed("p3"))).join();
    log.submit(in("g1", drafts.removedAsk("ask"))).join();
    log.submit(in("g1", drafts.allowed("p3"))).join();
    Dossier elsewhere = removed("g2", "p4");
    String before = posts.strikes();
    assertThat(standing()).isEmpty();
    rule(one, "remove");
    assertThat(posts.strikes()).isNotEqualTo(before);
    assertThat(standing()).containsExactly("1 of 4");
    rule(elsewhere, "remove");
    rule(one, "allow");
    assertThat(standing()).containsExactly("1 of 1");
    new Erasure(database, secrets).author("author of p4");
    assertThat(standing()).isEmpty();
  }

  @Test
  void daysThatAreOver_countNoMore_andTheirCountsGo() {
    rule(removed("g1", "p1"), "remove");
    log.close();
    now = START.plus(27, ChronoUnit.DAYS);
    log = open();
    assertThat(standing()).containsExactly("1 of 1");
    log.close();
    now = START.plus(28, ChronoUnit.DAYS);
    log = open();
    assertThat(standing()).isEmpty();
    assertThat(rows("select decided::text from group_count")).isEmpty();
  }

  @Test
  void group_isPutToReviewOnce_andItsRowGoesWithWhatItRestsOn() {
    Dossier one = removed("g1", "p1");
    assertThat(queue(one)).isInstanceOf(Answer.Logged.class);
    assertThat(queue(one)).isEqualTo(new Answer.Refused("it was put to review before"));
    assertThat(rows("select deed || ' ' || revision from outbox where content = 'g1'"))
        .containsExactly("review 1");
    assertThat(rows("select word || ' ' || state from action where content = 'g1' order by word"))
        .containsExactly("no_amplification confirmed", "queue_review confirmed");
    assertThat(rows("select distinct why from action_step")).contains("4 of 11");
    new Erasure(database, secrets).author("author of p1");
    assertThat(rows("select word from action where content = 'g1'")).isEmpty();
    assertThat(queue(one)).isInstanceOf(Answer.Refused.class);
    assertThat(faults()).isEmpty();
  }
}
