package org.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedDecisionsTest {
  private final AtomicInteger next = new AtomicInteger();
  private final List<Integer> results = new ArrayList<>();

  @Test
  void results_keepTheOrderOfInput_thoughLaterWorkEndsFirst() {
    new OrderedDecisions<>(4, OrderedDecisionsTest::slowIfEven, results::add).run(upTo(200));
    assertThat(results).isEqualTo(IntStream.range(0, 200).boxed().toList());
  }

  @Test
  void source_isNeverFarAheadOfTheSink() {
    var farthest = new AtomicInteger();
    new OrderedDecisions<Integer, Integer>(
            2,
            number -> number,
            number -> farthest.accumulateAndGet(next.get() - number, Math::max))
        .run(upTo(500));
    assertThat(farthest.get()).isBetween(1, 9);
  }

  @Test
  void failureOfWork_endsTheRun() {
    var broken =
        new OrderedDecisions<Integer, Integer>(
            2,
            number -> {
              throw new EnvironmentFault("broken at " + number);
            },
            results::add);
    assertThatThrownBy(() -> broken.run(upTo(50)))
        .isInstanceOf(EnvironmentFault.class)
        .hasMessage("broken at 0");
    assertThat(results).isEmpty();
  }

  private OrderedDecisions.Batches<Integer> upTo(int end) {
    return () -> next.get() < end ? Optional.of(next.getAndIncrement()) : Optional.empty();
  }

  private static Integer slowIfEven(Integer number) {
    if (number % 2 == 0) LockSupport.parkNanos(200_000);
    return number;
  }
}
