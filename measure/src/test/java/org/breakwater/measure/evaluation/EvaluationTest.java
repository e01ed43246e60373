package org.breakwater.measure.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.measure.cases.Expected;
import org.breakwater.measure.cases.PolicyCase;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.statistics.Proportion;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static Judged judged(
      String id, Label label, Split split, List<Outcome> right, Outcome got, String given) {
    ContentEvent event = ContentEvent.of(id, "some words", Surface.POST, "en");
    var expected = new Expected.Everywhere(right);
    boolean neverRemove = label == Label.COUNTER_SPEECH;
    var one =
        new PolicyCase(
            event, "f." + label.word(), "", label, expected, "", "s", split, neverRemove);
    return new Judged(one, "", event, right, new Answer(got, given));
  }

  private static final List<Outcome> CAUGHT = List.of(Outcome.REVIEW, Outcome.REMOVE);
  private static final List<Outcome> STAYS = List.of(Outcome.ALLOW, Outcome.ALLOW_WITH_RESOURCES);

  private static final Judged CAUGHT_OFFER =
      judged("a", Label.OFFER, Split.HELD, CAUGHT, Outcome.REVIEW, "offer");
  private static final Judged MISSED_OFFER =
      judged("b", Label.OFFER, Split.HELD, CAUGHT, Outcome.ALLOW, "benign");
  private static final Judged REMOVED_WARNING =
      judged("c", Label.COUNTER_SPEECH, Split.HELD, STAYS, Outcome.REMOVE, "offer");
  private static final Judged KEPT_GUIDE =
      judged("d", Label.CROSSING_INFO, Split.HELD, STAYS, Outcome.ALLOW, "crossing_info");
  private static final Judged MISSED_DANGER =
      judged("e", Label.IMMINENT_DANGER, Split.HELD, List.of(Outcome.ESCALATE), Outcome.ALLOW, "");
  private static final Judged CONFUSED =
      judged("g", Label.TRAFFICKING_LABOUR, Split.TRAIN, CAUGHT, Outcome.REVIEW, "offer");

  private final Evaluation evaluation =
      Evaluation.of(
          "2021-11",
          List.of(
              MISSED_OFFER, CAUGHT_OFFER, KEPT_GUIDE, MISSED_DANGER, REMOVED_WARNING, CONFUSED));

  @Test
  void duty_isReadFromWhatIsRight() {
    assertThat(Duty.of(CAUGHT)).isEqualTo(Duty.PROHIBITED);
    assertThat(Duty.of(STAYS)).isEqualTo(Duty.LOOK_ALIKE);
    assertThat(Duty.of(List.of(Outcome.ALLOW_WITH_RESOURCES))).isEqualTo(Duty.ASK);
    assertThat(Duty.of(List.of(Outcome.ESCALATE))).isEqualTo(Duty.DANGER);
    assertThat(Duty.of(List.of(Outcome.REVIEW, Outcome.REMOVE, Outcome.ESCALATE)))
        .isEqualTo(Duty.PROHIBITED);
  }

  @Test
  void figures_countEachSplitAndDutyApart() {
    Figure prohibited = evaluation.whole(Split.HELD, Duty.PROHIBITED).orElseThrow();
    assertThat(prohibited.served()).isEqualTo(new Proportion(1, 2));
    assertThat(evaluation.whole(Split.TRAIN, Duty.PROHIBITED).orElseThrow().n()).isEqualTo(1);
    assertThat(evaluation.whole(Split.TRAIN, Duty.DANGER)).isEmpty();
    Figure lookAlikes = evaluation.whole(Split.HELD, Duty.LOOK_ALIKE).orElseThrow();
    assertThat(lookAlikes.removed()).isEqualTo(new Proportion(1, 2));
    assertThat(lookAlikes.served()).isEqualTo(new Proportion(1, 2));
  }

  @Test
  void worst_comesGravestFirst() {
    assertThat(evaluation.worst(9)).containsExactly(REMOVED_WARNING, MISSED_DANGER, MISSED_OFFER);
    assertThat(evaluation.worst(1)).containsExactly(REMOVED_WARNING);
    assertThat(evaluation.neverRemoveRemoved()).containsExactly(REMOVED_WARNING);
  }

  @Test
  void labels_haveWhatWasDueAndWhatWasGiven() {
    assertThat(evaluation.labels())
        .contains(
            new LabelScore("offer", Split.HELD, 1, 2, 2),
            new LabelScore("crossing_info", Split.HELD, 1, 1, 1),
            new LabelScore("offer", Split.TRAIN, 0, 1, 0));
    assertThat(evaluation.confusion(Split.HELD).get("offer"))
        .isEqualTo(Map.of("offer", 1L, "benign", 1L));
    assertThat(evaluation.mistaken(Label.Family.TRAFFICKING, Label.Family.SMUGGLING, Split.TRAIN))
        .isEqualTo(new Proportion(1, 1));
  }

  @Test
  void parity_comparesWhatIsLeftAlone() {
    assertThat(evaluation.leftAlone(Label.CROSSING_INFO, Split.HELD))
        .isEqualTo(new Proportion(1, 1));
    assertThat(evaluation.leftAlone(Label.COUNTER_SPEECH, Split.HELD))
        .isEqualTo(new Proportion(0, 1));
  }

  @Test
  void aCaseOfWhichNothingIsRight_cannotBeJudged() {
    assertThatThrownBy(() -> judged("z", Label.OFFER, Split.HELD, List.of(), Outcome.ALLOW, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void length_countsWords() {
    assertThat(Length.of("one two")).isEqualTo("1–5 words");
    assertThat(Length.of("w ".repeat(21))).isEqualTo("21–45 words");
    assertThat(Length.of("w ".repeat(46))).isEqualTo("46 words and more");
  }
}
