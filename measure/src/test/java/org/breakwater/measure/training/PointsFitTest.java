package org.breakwater.measure.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PointsFitTest {
  private static List<Example> examples() {
    var examples = new ArrayList<Example>();
    for (int i = 0; i < 40; i++) {
      String functionality = "f" + i % 4;
      examples.add(new Example(functionality, List.of("seats", "always"), true));
      examples.add(new Example(functionality, List.of("police", "always"), false));
    }
    examples.add(new Example("f0", List.of("once"), true));
    return examples;
  }

  @Test
  void whatSpeaksFor_getsPoints_andWhatSpeaksAgainst_losesThem() {
    Map<String, Integer> points = PointsFit.of(examples());
    assertThat(points.get("seats")).isPositive();
    assertThat(points.get("police")).isNegative();
    assertThat(points).doesNotContainKey("once").containsKey(PointsFit.BASE);
    assertThat(PointsFit.score(points, new Example("f", List.of("seats", "unheard"), true)))
        .isEqualTo(points.getOrDefault(PointsFit.BASE, 0) + points.getOrDefault("seats", 0));
  }

  @Test
  void equalExamples_giveEqualPoints() {
    assertThat(PointsFit.of(examples())).isEqualTo(PointsFit.of(examples()));
  }

  @Test
  void leavingOut_judgesEachExampleOnce_byPointsOfOthers() {
    assertThat(PointsFit.leavingOut(examples())).hasSize(81);
    List<Example> lone =
        List.of(new Example("a", List.of("x"), true), new Example("b", List.of("x"), false));
    assertThat(PointsFit.leavingOut(lone))
        .extracting(PointsFit.Outside::example)
        .containsExactlyElementsOf(lone);
  }
}
