package org.breakwater.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Drafts;
import org.breakwater.engine.enforcement.PlannedAction;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Automation;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Stance;
import org.breakwater.engine.signal.SignalCatalog;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");
  private static final PolicyVersion ADS_ARE_REFUSED =
      Drafts.version(
          Drafts.clause("a", Label.OFFER, Stance.PROHIBITED, 4)
              .when(new Condition.OneOf(SignalCatalog.STANDARD.slot("surface"), List.of("ad")))
              .leadsTo(Outcome.REMOVE));

  @Test
  void aVerdict_carriesTheDecisionAndItsPlan() {
    var engine = new Engine(List.of(ADS_ARE_REFUSED));
    Verdict verdict = engine.decide(ContentEvent.of("p", "words", Surface.AD, "en"), AT);
    assertThat(verdict.decision().outcome()).isEqualTo(Outcome.REMOVE);
    assertThat(verdict.actions())
        .singleElement()
        .matches(action -> action.action() == Action.REFUSE_AD);
  }

  @Test
  void explaining_comesToTheSameVerdict() {
    var engine = new Engine(List.of(ADS_ARE_REFUSED));
    var event = ContentEvent.of("p", "words", Surface.AD, "en");
    Trace trace = engine.explain(event, AT);
    assertThat(trace.verdict()).isEqualTo(engine.decide(event, AT));
    assertThat(trace.observed()).hasSize(1);
    assertThat(trace.opinions()).hasSize(1);
  }

  @Test
  void whereABreakerIsOpen_aRemovalIsAReview_andExplanationsNameIt() {
    var engine = new Engine(List.of(ADS_ARE_REFUSED));
    var event = ContentEvent.of("p", "words", Surface.AD, "en");
    for (var open :
        List.of(
            new Automation.Breaker("a", "en"),
            new Automation.Breaker("a", "*"),
            new Automation.Breaker("*", "*"))) {
      Trace trace = engine.interrupted(Set.of(open)).explain(event, AT);
      assertThat(trace.verdict().decision().outcome()).isEqualTo(Outcome.REVIEW);
      assertThat(trace.verdict().actions())
          .extracting(PlannedAction::action)
          .containsExactly(Action.NO_AMPLIFICATION, Action.QUEUE_REVIEW, Action.PRESERVE);
      assertThat(trace.opinions().getFirst().why()).contains("circuit breaker is open");
    }
    for (var elsewhere :
        List.of(new Automation.Breaker("b", "*"), new Automation.Breaker("a", "es")))
      assertThat(engine.interrupted(Set.of(elsewhere)).decide(event, AT).decision().outcome())
          .isEqualTo(Outcome.REMOVE);
  }

  @Test
  void versionsWithOneLexicon_shareOneObservation() {
    var engine = new Engine(List.of(ADS_ARE_REFUSED, ADS_ARE_REFUSED));
    Trace trace = engine.explain(ContentEvent.post("p", "words"), AT);
    assertThat(trace.observed().getFirst().observation())
        .isSameAs(trace.observed().getLast().observation());
  }

  @Test
  void anUnreportedMessage_isNotLookedAt() {
    var engine = new Engine(List.of(ADS_ARE_REFUSED));
    Trace trace = engine.explain(ContentEvent.of("m", "words", Surface.MESSAGE, "en"), AT);
    assertThat(trace.verdict().decision().unknown()).containsExactly("message.scope");
    assertThat(trace.observed()).isEmpty();
    assertThat(trace.opinions()).isEmpty();
  }

  @Test
  void timeOfJudgement_isThatOfThePackWhereTheEventStatesNone() {
    var engine = new Engine(List.of(ADS_ARE_REFUSED));
    assertThat(engine.timeOf(ContentEvent.post("p", "words")))
        .isEqualTo(Instant.parse("2021-11-24T00:00:00Z"));
  }

  @Test
  void anEngineWithoutPolicies_isRefused() {
    assertThatThrownBy(() -> new Engine(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no policy version");
  }
}
