package org.breakwater.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.GroupHistory;
import org.breakwater.server.Json;
import org.breakwater.store.decision.GroupName;
import org.breakwater.store.decision.GroupPosts.Tally;
import org.breakwater.store.decision.LogSecrets;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of groups without asking the database, and when it is not known. */
class GroupHistoriesTest {
  private final LogSecrets secrets;
  private final List<Tally> rows = new ArrayList<>();
  private Instant steady = Instant.EPOCH;
  private String strikes = "1 0";
  private boolean gone;
  private int reads;

  GroupHistoriesTest(@TempDir Path folder) {
    secrets = LogSecrets.in(folder);
  }

  private GroupHistories histories() {
    var source =
        new GroupHistories.Source() {
          @Override
          public String strikes() {
            if (gone) throw new ConnectionException(new java.sql.SQLException("gone"));
            return strikes;
          }

          @Override
          public List<Tally> standing(LocalDate today) {
            reads++;
            return List.copyOf(rows);
          }
        };
    return new GroupHistories(
        source, secrets, () -> Instant.parse("2026-12-01T09:30:00Z"), () -> steady);
  }

  private void group(String id, int confirmed, int decided) {
    rows.add(new Tally(GroupName.of(secrets, id).name(), confirmed, new UUID(0, 0), decided));
  }

  private static ContentEvent event(String surface, String id, Map<String, Object> group) {
    byte[] json =
        Json.text(Map.of("id", id, "text", "x", "surface", surface, "group", group))
            .getBytes(UTF_8);
    return switch (EventJson.read(json)) {
      case EventJson.Read.Accepted accepted -> accepted.event();
      case EventJson.Read.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  private static ContentEvent postIn(String group) {
    return event("post", "p", Map.of("id", group));
  }

  @Test
  void share_isTheExactLowerBound_andUnknownUnder11Posts() {
    group("g1", 4, 11);
    group("g2", 4, 10);
    GroupHistories histories = histories();
    assertThat(((GroupHistory.Known) histories.of(postIn("g1"))).share().orElseThrow())
        .isCloseTo(13.51, within(0.01));
    assertThat(((GroupHistory.Known) histories.of(postIn("g2"))).share()).isEmpty();
    assertThat(((GroupHistory.Known) histories.of(postIn("g2"))).confirmed()).isEqualTo(4);
    assertThat(histories.of(postIn("g3"))).isEqualTo(GroupHistory.NONE);
  }

  @Test
  void groupsAndPages_areThemselvesTheGroup_andWhatStandsInNoneHasNoKnownOne() {
    group("g1", 4, 11);
    GroupHistories histories = histories();
    assertThat(histories.of(event("group", "g1", Map.of())))
        .isEqualTo(histories.of(event("page", "g1", Map.of())))
        .isEqualTo(histories.of(postIn("g1")));
    assertThat(histories.of(ContentEvent.post("g1", "x"))).isEqualTo(GroupHistory.UNKNOWN);
  }

  @Test
  void groups_areReadAnewOnlyWhenStrikesChange_orAfterAMinute_andForgottenWhenNobodyAnswers() {
    GroupHistories histories = histories();
    histories.refresh();
    assertThat(reads).isEqualTo(1);
    strikes = "2 0";
    group("g1", 4, 11);
    histories.refresh();
    assertThat(reads).isEqualTo(2);
    assertThat(histories.of(postIn("g1"))).isNotEqualTo(GroupHistory.NONE);
    steady = steady.plus(Duration.ofSeconds(60));
    histories.refresh();
    assertThat(reads).isEqualTo(3);
    gone = true;
    steady = steady.plus(Duration.ofSeconds(60));
    histories.tryRefresh();
    assertThat(histories.of(postIn("g1"))).isNotEqualTo(GroupHistory.UNKNOWN);
    steady = steady.plusNanos(1);
    assertThat(histories.of(postIn("g1"))).isEqualTo(GroupHistory.UNKNOWN);
  }
}
