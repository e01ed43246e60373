package org.breakwater.measure.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.signal.Features;
import org.breakwater.engine.signal.Points;
import org.junit.jupiter.api.Test;

class PointsFitTest {
  private static final int OFFER = Points.scoreNames().indexOf("score.offer");
  private static final int DANGER = Points.scoreNames().indexOf("score.danger");

  private static List<Example> examples() {
    var examples = new ArrayList<Example>();
    for (int i = 0; i < 40; i++) {
      String functionality = "f" + i % 4;
      examples.add(example(functionality, "score.offer", "seats", "always"));
      examples.add(example(functionality, "score.danger", "help", "always"));
      examples.add(example(functionality, "", "police", "always", "rare" + i));
    }
    examples.add(example("f0", "score.offer", "once"));
    examples.add(new Example("corpus", List.of("seats"), 1, "score.offer", false));
    return examples;
  }

  private static Example example(String functionality, String is, String... features) {
    return new Example(functionality, List.of(features), 1, is, true);
  }

  private static int of(Points points, String feature, int column) {
    return points.rows().getOrDefault(feature, List.of()).get(column);
  }

  @Test
  void whatSpeaksForAScore_getsPointsThere_andNoneElsewhere() {
    Points points = PointsFit.of("en", examples());
    assertThat(of(points, "seats", OFFER)).isPositive();
    assertThat(of(points, "seats", DANGER)).isNotPositive();
    assertThat(of(points, "help", DANGER)).isPositive();
    assertThat(of(points, "police", OFFER)).isNegative();
  }

  @Test
  void everyKnownWord_hasARow_andRareOnesDoNot() {
    assertThat(PointsFit.of("en", examples()).rows())
        .containsKeys("seats", "always", Features.BASE)
        .doesNotContainKey("once");
  }

  @Test
  void equalExamples_giveEqualPoints() {
    assertThat(PointsFit.of("en", examples())).isEqualTo(PointsFit.of("en", examples()));
  }

  @Test
  void parts_addUpToAHundred_andUnknownWordsAreToldAsSuch() {
    Points points = PointsFit.of("en", examples());
    Map<String, Double> seats = PointsFit.parts(points, example("f", "", "seats", "always"));
    assertThat(seats.values().stream().mapToDouble(each -> each).sum())
        .isEqualTo(100, within(1e-9));
    assertThat(seats.get("score.offer")).isEqualTo(Collections.max(seats.values()));
    assertThat(points.rows()).containsKey(Features.UNKNOWN);
    assertThat(PointsFit.parts(points, example("f", "", "seats", "unheard")))
        .isNotEqualTo(PointsFit.parts(points, example("f", "", "seats")));
  }

  @Test
  void leavingOut_judgesEachCaseOnce_byPointsOfOtherFunctionalities() {
    assertThat(PointsFit.leavingOut("en", examples(), 2)).hasSize(121);
    List<Example> told =
        List.of(
            example("a", "score.offer", "x"),
            example("a", "score.offer", "x"),
            example("b", "", "y"),
            example("b", "", "y"));
    for (PointsFit.Outside outside : PointsFit.leavingOut("en", told, 2)) {
      if (outside.example().functionality().equals("a"))
        assertThat(outside.parts().get("score.offer")).isLessThan(50);
    }
  }
}
