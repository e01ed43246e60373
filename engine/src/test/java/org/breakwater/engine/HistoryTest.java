package org.breakwater.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.breakwater.engine.codec.ExplanationJson;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.GroupHistory;
import org.breakwater.engine.content.History;
import org.breakwater.engine.content.Past;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Drafts;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Condition.Relation;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.Stance;
import org.breakwater.engine.signal.SignalCatalog;
import org.junit.jupiter.api.Test;

/** What people confirmed of an author, asked for only where a rule may turn on it. */
class HistoryTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");
  private static final ContentEvent AD = ContentEvent.of("p", "words", Surface.AD, "en");

  private final AtomicInteger asked = new AtomicInteger();

  private static Condition.Compare compare(String signal, Relation relation, double constant) {
    return new Condition.Compare(SignalCatalog.STANDARD.slot(signal), relation, constant);
  }

  private static Engine reviewing(Condition history) {
    var ad = new Condition.OneOf(SignalCatalog.STANDARD.slot("surface"), List.of("ad"));
    return new Engine(
        List.of(
            Drafts.version(
                Drafts.clause("a", Label.OFFER, Stance.PROHIBITED, 4)
                    .when(new Condition.And(List.of(history, ad)))
                    .leadsTo(Outcome.REVIEW))));
  }

  private Judgement judged(Engine engine, ContentEvent event, History history) {
    return engine.judge(
        event,
        AT,
        () -> {
          asked.incrementAndGet();
          return history;
        });
  }

  private Outcome outcome(Condition condition, History history) {
    return judged(reviewing(condition), AD, history).verdict().decision().outcome();
  }

  @Test
  void rule_mayTurnOnStrikes() {
    var twoStrikes = compare("author.strikes", Relation.AT_LEAST, 2);
    assertThat(outcome(twoStrikes, new History.Known(2, 1, 9))).isEqualTo(Outcome.REVIEW);
    assertThat(outcome(twoStrikes, new History.Known(1, 1, 9))).isEqualTo(Outcome.ALLOW);
    assertThat(outcome(twoStrikes, History.NONE)).isEqualTo(Outcome.ALLOW);
    var confirmed = compare("author.prior_confirmed", Relation.AT_LEAST, 1);
    assertThat(outcome(confirmed, new History.Known(0, 1, 0))).isEqualTo(Outcome.REVIEW);
    var lately = compare("author.days_since_strike", Relation.LESS, 30);
    assertThat(outcome(lately, new History.Known(1, 1, 29))).isEqualTo(Outcome.REVIEW);
    assertThat(outcome(lately, new History.Known(1, 1, 30))).isEqualTo(Outcome.ALLOW);
  }

  @Test
  void unknownHistory_isNotAnEmptyOne() {
    var none = compare("author.strikes", Relation.EQUAL, 0);
    assertThat(outcome(none, History.NONE)).isEqualTo(Outcome.REVIEW);
    assertThat(outcome(none, History.UNKNOWN)).isEqualTo(Outcome.ALLOW);
    assertThat(outcome(compare("author.days_since_strike", Relation.LESS, 30), History.NONE))
        .as("an author without strikes has no day of the newest")
        .isEqualTo(Outcome.ALLOW);
  }

  @Test
  void history_isAskedOnce_andOnlyWhereNothingCheaperSettles() {
    var twoStrikes = compare("author.strikes", Relation.AT_LEAST, 2);
    judged(reviewing(twoStrikes), ContentEvent.post("p", "words"), History.NONE);
    assertThat(asked).hasValue(0);
    Judgement judgement = judged(reviewing(twoStrikes), AD, new History.Known(2, 1, 9));
    assertThat(asked).hasValue(1);
    assertThat(ExplanationJson.text(judgement.trace().get()))
        .contains("{\"signal\":\"author.strikes\",\"value\":2,");
    assertThat(asked).hasValue(1);
  }

  private Outcome outcome(Condition condition, GroupHistory group) {
    var past =
        new Past() {
          @Override
          public History author() {
            asked.incrementAndGet();
            return History.UNKNOWN;
          }

          @Override
          public GroupHistory group() {
            return group;
          }
        };
    return reviewing(condition).judge(AD, AT, past).verdict().decision().outcome();
  }

  @Test
  void rule_mayTurnOnTheGroup_whoseShareMayBeUnknownAlone() {
    var share = compare("group.violating_share", Relation.AT_LEAST, 10);
    var confirmed = compare("group.confirmed", Relation.AT_LEAST, 2);
    assertThat(outcome(share, new GroupHistory.Known(2, OptionalDouble.of(10))))
        .isEqualTo(Outcome.REVIEW);
    assertThat(outcome(share, new GroupHistory.Known(2, OptionalDouble.of(9.9))))
        .isEqualTo(Outcome.ALLOW);
    var few = new GroupHistory.Known(2, OptionalDouble.empty());
    assertThat(outcome(share, few)).isEqualTo(Outcome.ALLOW);
    assertThat(outcome(new Condition.Not(share), few)).isEqualTo(Outcome.ALLOW);
    assertThat(outcome(confirmed, few)).isEqualTo(Outcome.REVIEW);
    assertThat(outcome(confirmed, GroupHistory.UNKNOWN)).isEqualTo(Outcome.ALLOW);
    assertThat(outcome(new Condition.Not(share), GroupHistory.NONE)).isEqualTo(Outcome.REVIEW);
    assertThat(asked).as("nobody asked for the author").hasValue(0);
  }
}
