package org.breakwater.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.store.decision.Material;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static Memory of(Surface surface, Outcome outcome, Label label) {
    return of(surface, outcome, List.of(label));
  }

  private static Memory of(Outcome outcome, List<Label> labels) {
    return of(Surface.POST, outcome, labels);
  }

  private static Memory of(Surface surface, Outcome outcome, List<Label> labels) {
    var decision =
        new Decision(
            "p",
            1,
            outcome,
            labels.getFirst(),
            labels,
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
    return Memory.of(
        ContentEvent.of("p", "words", surface, "en"),
        decision,
        List.of(),
        () -> {
          throw new AssertionError("signals were asked for, so the author would be recorded");
        });
  }

  @Test
  void whatStaysUnclear_namesNobody_forItMayBeAnAsk() {
    Memory memory = of(Surface.POST, Outcome.REVIEW, Label.UNCLEAR);
    assertThat(memory.material()).isInstanceOf(Material.Unrecorded.class);
    assertThat(memory.outcome()).isEqualTo("allow");
  }

  @Test
  void whoAsksOrIsInDanger_isNotNamed_whateverBecomesOfThePost() {
    for (Outcome outcome : List.of(Outcome.REMOVE, Outcome.REVIEW)) {
      assertThat(of(Surface.POST, outcome, Label.SOLICIT).material())
          .isInstanceOf(Material.Unrecorded.class);
    }
    assertThat(of(Surface.POST, Outcome.ESCALATE, Label.EXTORTION).material())
        .isInstanceOf(Material.Unrecorded.class);
  }

  @Test
  void whoMayAlsoBeAsking_isNotNamedByAReview() {
    var labels = List.of(Label.OFFER, Label.SOLICIT);
    assertThat(of(Outcome.REVIEW, labels).material()).isInstanceOf(Material.Unrecorded.class);
    assertThatThrownBy(() -> of(Outcome.REMOVE, labels)).hasMessageContaining("would be recorded");
  }

  @Test
  void ofASearch_nothingIsKept() {
    assertThat(of(Surface.SEARCH, Outcome.REMOVE, Label.OFFER).material())
        .isInstanceOf(Material.None.class);
  }
}
