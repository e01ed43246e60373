package org.breakwater.server.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.store.sample.Population;
import org.breakwater.store.sample.Sample;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private final List<Sample> written = new ArrayList<>();
  private final List<Population> counted = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T09:30:00Z");
  private boolean gone;

  private synchronized void write(List<Sample> samples, List<Population> populations) {
    if (gone) throw new ConnectionException(new java.sql.SQLException("gone"));
    written.addAll(samples);
    counted.addAll(populations);
  }

  private Sampler sampler(int oneIn) {
    return new Sampler(this::write, oneIn, () -> now);
  }

  private static void see(Sampler sampler, Surface surface, Outcome outcome, String words) {
    var event = ContentEvent.of("content-1", words, surface, "en").withRegion("MX");
    var decision =
        new Decision(
            "content-1",
            1,
            outcome,
            Label.SOLICIT,
            List.of(),
            "en",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "",
            "en");
    sampler.saw(event, decision, List.of(), text -> text.replace("call 555", "call [phone]"));
  }

  private static void see(Sampler sampler, int posts, Outcome outcome) {
    for (int i = 0; i < posts; i++) see(sampler, Surface.POST, outcome, "words " + i);
  }

  private long drawn(String stratum) {
    return written.stream().filter(sample -> sample.stratum().equals(stratum)).count();
  }

  @Test
  void strata_areDrawnWithTheProbabilitiesTheySay() {
    try (var sampler = sampler(100)) {
      see(sampler, 200_000, Outcome.ALLOW);
      see(sampler, 10_000, Outcome.REVIEW);
    }
    // Means 2,000 and 2,000, deviations 44.5 and 40: five of them are missed once in a million.
    assertThat(drawn("rest")).isBetween(1_775L, 2_225L);
    assertThat(drawn("acted")).isBetween(1_800L, 2_200L);
    assertThat(written).allMatch(s -> s.probability() == (s.stratum().equals("rest") ? 0.01 : 0.2));
    assertThat(counted.stream().mapToLong(Population::events).sum()).isEqualTo(210_000);
    assertThat(counted.stream().mapToLong(Population::drawn).sum()).isEqualTo(written.size());
  }

  @Test
  void samples_areWrittenInAnotherOrder() {
    try (var sampler = sampler(100)) {
      see(sampler, 2_000, Outcome.REMOVE);
    }
    List<Integer> order =
        written.stream().map(s -> Integer.parseInt(s.text().substring(6))).toList();
    assertThat(order).isNotEqualTo(order.stream().sorted().toList());
  }

  @Test
  void searchesAndPrivateMessages_areNeverDrawn_andNotCounted() {
    try (var sampler = sampler(100)) {
      for (int i = 0; i < 5_000; i++) {
        see(sampler, Surface.SEARCH, Outcome.REVIEW, "words");
        see(sampler, Surface.MESSAGE, Outcome.REVIEW, "words");
      }
    }
    assertThat(written).isEmpty();
    assertThat(counted).isEmpty();
  }

  @Test
  void sample_saysWhatWasSaid_andNothingThatLeadsToSomebody() {
    try (var sampler = sampler(100)) {
      for (int i = 0; i < 200; i++) see(sampler, Surface.AD, Outcome.ESCALATE, "call 555 now");
    }
    assertThat(written)
        .isNotEmpty()
        .allSatisfy(
            sample -> {
              assertThat(sample.text()).isEqualTo("call [phone] now");
              assertThat(sample.toString()).doesNotContain("content-1", "solicit", "09:30");
              assertThat(sample.outcome()).isEqualTo("escalate");
              assertThat(sample.surface()).isEqualTo("ad");
              assertThat(sample.region()).isEqualTo("MX");
            });
  }

  @Test
  void longText_isCutAtAWord() {
    try (var sampler = sampler(100)) {
      String words = "word ".repeat(200_000);
      for (int i = 0; i < 200; i++) see(sampler, Surface.POST, Outcome.REVIEW, words);
      for (int i = 0; i < 200; i++) see(sampler, Surface.POST, Outcome.REVIEW, "💥".repeat(4_000));
    }
    assertThat(written).allMatch(sample -> sample.text().length() <= 4_000);
    assertThat(written).allMatch(sample -> !sample.text().endsWith("wor"));
    assertThat(written)
        .allMatch(
            sample -> !Character.isHighSurrogate(sample.text().charAt(sample.text().length() - 1)));
  }

  @Test
  void fewSamples_waitUntilTheDayEnds() {
    try (var sampler = sampler(100)) {
      see(sampler, Surface.POST, Outcome.ALLOW, "words");
      assertThat(sampler.isDue()).isFalse();
      now = now.plus(Duration.ofDays(1));
      assertThat(sampler.isDue()).isTrue();
    }
  }

  @Test
  void whatCannotBeWritten_isLost_andWithItItsCount() {
    try (var sampler = sampler(100)) {
      gone = true;
      see(sampler, 400, Outcome.REVIEW);
      sampler.write();
      assertThat(sampler.lost()).isPositive();
      gone = false;
      see(sampler, 100, Outcome.REVIEW);
    }
    assertThat(counted).singleElement().matches(each -> each.events() == 100);
  }

  @Test
  void nothingIsDrawn_whereNobodyWantsIt() {
    try (var sampler = sampler(0)) {
      see(sampler, 10_000, Outcome.REVIEW);
    }
    assertThat(written).isEmpty();
  }
}
