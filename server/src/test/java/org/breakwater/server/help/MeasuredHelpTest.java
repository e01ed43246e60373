package org.breakwater.server.help;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.breakwater.measure.statistics.Difference;
import org.breakwater.measure.statistics.Proportion;
import org.breakwater.server.Json;
import org.breakwater.store.decision.HelpCounts.Count;
import org.breakwater.store.decision.HelpTrials.Registered;
import org.breakwater.store.decision.HelpTrials.Stopped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is held back from help, for how long, and what is known of them: nothing. */
class MeasuredHelpTest {
  private volatile Instant now = Instant.parse("2026-12-01T09:00:00Z");
  private final InMemory ledger = new InMemory();
  private final MeasuredHelp measured = new MeasuredHelp(ledger, () -> now);

  private static final class InMemory implements Ledger {
    private final List<Count> counts = new ArrayList<>();
    private final List<Registered> trials = new ArrayList<>();
    private final List<Stopped> ended = new ArrayList<>();

    @Override
    public synchronized void add(List<Count> some) {
      counts.addAll(some);
    }

    @Override
    public synchronized List<Count> between(LocalDate first, LocalDate last) {
      return counts.stream()
          .filter(each -> !each.day().isBefore(first) && !each.day().isAfter(last))
          .toList();
    }

    @Override
    public synchronized boolean register(Registered trial) {
      return trials.stream().noneMatch(each -> each.trial().equals(trial.trial()))
          && trials.add(trial);
    }

    @Override
    public synchronized List<Registered> registered() {
      return List.copyOf(trials);
    }

    @Override
    public synchronized boolean stop(Stopped stopped) {
      return ended.add(stopped);
    }

    @Override
    public synchronized List<Stopped> stopped() {
      return List.copyOf(ended);
    }
  }

  @AfterEach
  void close() {
    measured.close();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private Trial.Read read(String topic, int heldPerMille, int perArm) {
    return Trial.read(
        Json.tree(
            """
            {"id":"t-%s","topic":"%s","metric":"repeat","heldPerMille":%d,"perArm":%d,
             "until":"2026-12-20","seed":"s","hypothesis":"fewer search again"}
            """
                .formatted(topic, topic, heldPerMille, perArm)),
        today());
  }

  private void register(int heldPerMille, int perArm) {
    switch (read("asking", heldPerMille, perArm)) {
      case Trial.Read.Accepted(var trial) -> assertThat(measured.register(trial)).isTrue();
      case Trial.Read.Refused(var faults) -> throw new AssertionError(faults);
    }
  }

  private void nextDay() {
    now = now.plus(Duration.ofDays(1));
  }

  private List<Arm> arms(int sessions) {
    return IntStream.range(0, sessions)
        .mapToObj(i -> measured.arm(Topic.ASKING, "session-" + i))
        .toList();
  }

  @Test
  void nobodyIsHeldBack_onTheDayOfTheRegistration_norWithoutASession() {
    register(500, 100);
    assertThat(arms(100)).containsOnly(Arm.NONE);
    nextDay();
    assertThat(measured.arm(Topic.ASKING, "")).isEqualTo(Arm.NONE);
    assertThat(arms(100)).contains(Arm.HELD, Arm.SHOWN);
  }

  @Test
  void trialThatIsStopped_holdsNobodyBackFromNowOn_hasNoResult_andMakesRoom() {
    register(500, 100);
    assertThat(measured.stop("t-nothing", "x")).isFalse();
    nextDay();
    assertThat(arms(100)).contains(Arm.HELD);
    assertThat(measured.stop("t-asking", "a partner asked")).isTrue();
    assertThat(arms(100)).containsOnly(Arm.NONE);
    assertThat(measured.stop("t-asking", "again")).isFalse();
    now = now.plus(Duration.ofDays(60));
    assertThat(measured.results())
        .singleElement()
        .satisfies(
            trial ->
                assertThat(Json.text(trial))
                    .contains("\"state\":\"stopped\",\"result\":null")
                    .contains(
                        "\"stopped\":{\"on\":\"2026-12-02\",\"reason\":\"a partner asked\"}"));
    assertThat(measured.isOpen("t-asking")).isFalse();
  }

  @Test
  void shareThatIsHeld_isTheOneRegistered() {
    register(200, 1_000);
    nextDay();
    long held = arms(20_000).stream().filter(arm -> arm == Arm.HELD).count();
    assertThat(held).isBetween(3_700L, 4_300L);
  }

  @Test
  void session_isInOneArmAllDay_andInAnyTomorrow() {
    register(500, 100);
    nextDay();
    List<Arm> first = arms(200);
    now = now.plus(Duration.ofHours(10));
    assertThat(arms(200)).isEqualTo(first);
    nextDay();
    assertThat(arms(200)).isNotEqualTo(first);
  }

  @Test
  void danger_survivors_minors_families_andWork_areNeverHeld() {
    for (String topic : List.of("danger", "survivor", "minor", "family", "work"))
      assertThat(read(topic, 100, 100))
          .isInstanceOfSatisfying(
              Trial.Read.Refused.class,
              refused -> assertThat(refused.faults().getFirst()).contains("without help"));
    // Also where a row in the table says so.
    var forged =
        new Trial(
            "f", Topic.DANGER, Event.REPEAT, 500, 100, today(), today().plusDays(9), "s", "h");
    ledger.register(new Registered("f", forged.json(), today()));
    register(500, 100);
    nextDay();
    for (int i = 0; i < 200; i++)
      assertThat(measured.arm(Topic.DANGER, "session-" + i)).isEqualTo(Arm.NONE);
  }

  @Test
  void wrongRegistration_isRefusedWithAllItsFaults() {
    assertThat(Trial.read(Json.tree("{\"metric\":\"open\"}"), today()))
        .isInstanceOfSatisfying(
            Trial.Read.Refused.class, refused -> assertThat(refused.faults()).hasSize(8));
  }

  @Test
  void sessionCountsOnce_andNothingOfItIsKept() {
    register(500, 100);
    nextDay();
    for (int i = 0; i < 5; i++)
      measured.count(Topic.ASKING, "es-MX", Event.IMPRESSION, "session-secret");
    measured.count(Topic.ASKING, "es", Event.OPEN, "");
    measured.count(Topic.ASKING, "fi", Event.OPEN, "");
    measured.close();
    assertThat(ledger.counts.stream().mapToLong(Count::number).sum()).isEqualTo(3);
    assertThat(ledger.counts).extracting(Count::lang).containsExactlyInAnyOrder("es", "es", "en");
    assertThat(ledger.counts.toString()).doesNotContain("secret");
  }

  @Test
  void result_isShownOnceItIsOver_withItsInterval() {
    register(500, 1_000);
    nextDay();
    add("shown", "impression", 2_000);
    add("held", "impression", 900);
    add("shown", "repeat", 200);
    add("held", "repeat", 180);
    assertThat(result().path("state").asText()).isEqualTo("running");
    assertThat(result().path("result").isNull()).isTrue();
    add("held", "impression", 900);
    JsonNode result = result().path("result");
    assertThat(result.path("sampleReached").asBoolean()).isTrue();
    var expected = Difference.of(new Proportion(200, 2_000), new Proportion(180, 1_800));
    assertThat(result.path("difference").path("low").asDouble())
        .isEqualTo(Math.round(expected.low() * 10_000) / 10_000.0);
    assertThat(result.path("verdict").asText()).isEqualTo("no difference was found");
  }

  @Test
  void difference_isNamedWhereTheIntervalLeavesNoDoubt() {
    register(500, 1_000);
    nextDay();
    add("shown", "impression", 2_000);
    add("held", "impression", 2_000);
    add("shown", "repeat", 100);
    add("held", "repeat", 200);
    assertThat(result().path("result").path("verdict").asText())
        .isEqualTo("less where help was shown");
  }

  @Test
  void smallFigures_areNotShown() {
    register(500, 1_000);
    nextDay();
    add("shown", "impression", 10);
    add("held", "impression", 400);
    now = Instant.parse("2026-12-21T00:00:00Z");
    JsonNode result = result().path("result");
    assertThat(result.path("verdict").asText()).isEqualTo("too few to show");
    assertThat(result.toString()).doesNotContain("10");
    assertThat(measured.figures(today().minusDays(30), today()))
        .extracting(each -> each.get("number"))
        .containsExactly(Json.NULL, 400L);
  }

  private void add(String arm, String event, long number) {
    ledger.add(List.of(new Count(today(), "asking", "en", arm, event, number)));
  }

  private JsonNode result() {
    return Json.tree(Json.text(measured.result("t-asking").orElseThrow()));
  }
}
