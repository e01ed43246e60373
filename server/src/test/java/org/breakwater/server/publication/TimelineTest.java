package org.breakwater.server.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.Act.Step;
import org.breakwater.store.decision.Place;
import org.breakwater.store.decision.PublicationStep;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
  private static final UUID PROPOSAL = new UUID(7, 7);

  private final List<PublicationStep> steps = new ArrayList<>();

  private void step(Step kind, UUID publication, String policy, Duration after) {
    Instant at = START.plus(after);
    var name = new UUID((at.toEpochMilli() << 16) | 0x7000, steps.size());
    var act =
        new Act.Published(
            "{\"act\":\"publish\",\"step\":\"%s\"}".formatted(kind.word()),
            publication,
            kind,
            policy,
            "sha256:" + policy,
            "why",
            "person p",
            kind == Step.STARTED ? null : new UUID(0, 5),
            kind == Step.PROPOSED ? at.plus(Publishing.OPEN) : null);
    steps.add(PublicationStep.of(new Place(name, steps.size(), 0), act));
  }

  private Timeline timeline() {
    return new Timeline(steps);
  }

  @Test
  void nothing_isInForceBeforeTheFirstStart() {
    assertThat(timeline().inForce()).isEmpty();
    assertThat(timeline().pending(START)).isEmpty();
  }

  @Test
  void eachPeriod_endsWhereTheNextBegins_andTheLastDoesNot() {
    step(Step.STARTED, new UUID(1, 1), "p@1", Duration.ZERO);
    step(Step.PROPOSED, PROPOSAL, "p@2", Duration.ofHours(1));
    step(Step.CONFIRMED, PROPOSAL, "p@2", Duration.ofHours(2));
    List<Timeline.Period> periods = timeline().periods();
    assertThat(periods).extracting(Timeline.Period::policy).containsExactly("p@1", "p@2");
    assertThat(periods.getFirst().until()).isEqualTo(START.plus(Duration.ofHours(2)));
    assertThat(periods.getFirst().isByTwo()).isFalse();
    assertThat(periods.getLast().isByTwo()).isTrue();
    assertThat(periods.getLast().isOver()).isFalse();
    assertThat(timeline().inForce()).contains(periods.getLast());
  }

  @Test
  void clockThatWasSetBack_doesNotChangeTheOrder() {
    step(Step.STARTED, new UUID(1, 1), "p@1", Duration.ofDays(40));
    step(Step.PROPOSED, PROPOSAL, "p@2", Duration.ZERO);
    step(Step.CONFIRMED, PROPOSAL, "p@2", Duration.ZERO);
    assertThat(timeline().inForce().orElseThrow().policy()).isEqualTo("p@2");
  }

  @Test
  void proposal_waitsADay_andThenNoLonger() {
    step(Step.PROPOSED, PROPOSAL, "p@2", Duration.ZERO);
    Instant end = START.plus(Duration.ofHours(24));
    assertThat(timeline().pending(end.minusMillis(1))).isPresent();
    assertThat(timeline().pending(end)).isEmpty();
    assertThat(timeline().publication(PROPOSAL).orElseThrow().state(end))
        .isEqualTo(Publication.State.EXPIRED);
    assertThat(timeline().inForce()).isEmpty();
  }

  @Test
  void withdrawnProposal_neitherWaitsNorComesIntoForce() {
    step(Step.STARTED, new UUID(1, 1), "p@1", Duration.ZERO);
    step(Step.PROPOSED, PROPOSAL, "p@2", Duration.ofHours(1));
    step(Step.WITHDRAWN, PROPOSAL, "p@2", Duration.ofHours(2));
    assertThat(timeline().pending(START.plus(Duration.ofHours(3)))).isEmpty();
    assertThat(timeline().inForce().orElseThrow().policy()).isEqualTo("p@1");
    assertThat(timeline().hashOf("p@2")).contains("sha256:p@2");
    assertThat(timeline().hashOf("p@3")).isEmpty();
  }
}
