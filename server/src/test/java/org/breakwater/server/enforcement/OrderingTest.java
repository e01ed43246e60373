package org.breakwater.server.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.breakwater.engine.enforcement.Plan;
import org.breakwater.engine.enforcement.PlannedAction;
import org.breakwater.engine.policy.Action;
import org.breakwater.store.decision.Ordered;
import org.junit.jupiter.api.Test;

class OrderingTest {
  private static final List<PlannedAction> ACTIONS =
      List.of(Plan.of(Action.REMOVE_CONTENT), Plan.of(Action.DISABLE_ACCOUNT));

  private static Ordering ordering(Duration delayMax) {
    return new Ordering(new Limits(500, delayMax), RandomGenerator.of("L64X128MixRandom"));
  }

  @Test
  void twoPeopleConfirm_whereTheClauseIsOfSeverity5_elseOne() {
    assertThat(ordering(Duration.ZERO).of(ACTIONS, 4))
        .extracting(Ordered::people)
        .containsExactly(0, 1);
    assertThat(ordering(Duration.ZERO).of(ACTIONS, 5))
        .extracting(Ordered::people)
        .containsExactly(0, 2);
  }

  @Test
  void removals_waitATimeByChance_noLongerThanTheLongest() {
    Ordering ordering = ordering(Duration.ofMinutes(10));
    List<Duration> delays =
        IntStream.range(0, 200).mapToObj(_ -> ordering.of(ACTIONS, 4).getFirst().delay()).toList();
    assertThat(delays)
        .allMatch(delay -> delay.compareTo(Duration.ofMinutes(10)) <= 0)
        .anyMatch(delay -> delay.compareTo(Duration.ofMinutes(7)) > 0)
        .anyMatch(delay -> delay.compareTo(Duration.ofMinutes(3)) < 0);
    assertThat(ordering(Duration.ZERO).of(ACTIONS, 4).getFirst().delay()).isZero();
  }
}
