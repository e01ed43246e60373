package org.breakwater.measure.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.measure.cases.Expected;
import org.breakwater.measure.cases.Functionality;
import org.breakwater.measure.cases.PolicyCase;
import org.breakwater.measure.cases.Split;
import org.junit.jupiter.api.Test;

class SuiteCheckTest {
  private static final Expected STAYS = new Expected.Everywhere(List.of(Outcome.ALLOW));
  private static final Functionality JOKES =
      new Functionality("stays.jokes", "jokes", Label.BENIGN, STAYS, Split.HELD, false);

  private static PolicyCase of(String id, String text, String contrastOf) {
    ContentEvent event = ContentEvent.of(id, text, Surface.POST, "en");
    return new PolicyCase(
        event, JOKES.name(), contrastOf, Label.BENIGN, STAYS, "", "teen", Split.HELD, false);
  }

  private static List<String> faults(PolicyCase... cases) {
    return SuiteCheck.of(Map.of(JOKES.name(), JOKES), List.of(cases)).faults();
  }

  @Test
  void aCaseTooLikeAnother_isRefused_unlessTheyAreAPair() {
    String text = "the river has never been so full of plastic flamingos";
    assertThat(faults(of("a", text, ""), of("b", text + "!", "")))
        .anyMatch(fault -> fault.startsWith("b: too like `a` (3-gram Jaccard 1.00)"));
    assertThat(faults(of("a", text, "b"), of("b", text + "!", "a")))
        .noneMatch(fault -> fault.contains("too like"));
  }

  @Test
  void aContrast_mustBeThereAndNameItsPair() {
    assertThat(faults(of("a", "one", "b"))).contains("a: contrasts with `b`, which is not there");
    assertThat(faults(of("a", "one thing", "b"), of("b", "quite other words", "")))
        .contains("b: does not name `a` as its contrast");
  }

  @Test
  void tooFewCases_orTooFewHeld_isAFault() {
    assertThat(faults(of("a", "one", "")))
        .contains(
            "stays.jokes: 1 cases in `en`; needs 30",
            "group stays: 1 functionalities held; needs 2");
  }

  @Test
  void whatACaseSays_mustBeWhatItsFunctionalitySays() {
    var other =
        new PolicyCase(
            ContentEvent.of("x", "words", Surface.POST, ""),
            JOKES.name(),
            "",
            Label.OFFER,
            STAYS,
            "",
            "",
            Split.TRAIN,
            false);
    assertThat(faults(other))
        .contains(
            "x: its functionality is `held`",
            "x: its functionality has label `benign`",
            "x: has no style",
            "x: has no lang");
  }

  @Test
  void variety_isMeasured() {
    SuiteCheck same =
        SuiteCheck.of(
            Map.of(),
            Stream.of("a", "b").map(id -> of(id, "one two three four five", "")).toList());
    assertThat(same.distinctFiveGrams()).isEqualTo(0.5);
    assertThat(same.nearestLikeness(1)).isEqualTo(1);
    assertThat(same.spread().get("benign")).containsEntry("1–5 words", 2L);
  }
}
