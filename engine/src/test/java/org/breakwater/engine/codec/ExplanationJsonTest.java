package org.breakwater.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.breakwater.engine.Trace;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.decision.Decider;
import org.breakwater.engine.decision.Drafts;
import org.breakwater.engine.decision.FakeObservation;
import org.breakwater.engine.enforcement.Plan;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.Stance;
import org.breakwater.engine.signal.Frame;
import org.breakwater.engine.signal.FrameKind;
import org.breakwater.engine.text.Span;
import org.junit.jupiter.api.Test;

class ExplanationJsonTest {
  @Test
  void decisionSignalsFramesAndClauses_areWritten() {
    Trace trace = trace(true);
    String decision = DecisionJson.text(trace.verdict());
    assertThat(ExplanationJson.text(trace))
        .isEqualTo(
            """
            {"decision":%s,"observed":[{"policy":"test@2021-11","lang":"en","signals":[\
            {"signal":"frame.question","value":true,"evidence":[]},\
            {"signal":"price.present","value":true,\
            "evidence":[{"field":"text","start":4,"end":8}]},\
            {"signal":"price.amount","value":0.3333,"evidence":[]},\
            {"signal":"price.currency","value":"USD","evidence":[]},\
            {"signal":"surface","value":null,"evidence":[]},\
            {"signal":"lang","value":null,"evidence":[]},\
            {"signal":"author.kind","value":null,"evidence":[]},\
            {"signal":"author.verified","value":null,"evidence":[]},\
            {"signal":"author.age","value":null,"evidence":[]},\
            {"signal":"author.strikes","value":null,"evidence":[]},\
            {"signal":"author.prior_confirmed","value":null,"evidence":[]},\
            {"signal":"author.days_since_strike","value":null,"evidence":[]},\
            {"signal":"group.confirmed","value":null,"evidence":[]},\
            {"signal":"group.violating_share","value":null,"evidence":[]},\
            {"signal":"intent.provides","value":null,"evidence":[]},\
            {"signal":"intent.seeks","value":null,"evidence":[]},\
            {"signal":"intent.informs","value":null,"evidence":[]},\
            {"signal":"intent.tells","value":null,"evidence":[]},\
            {"signal":"score.offer","value":null,"evidence":[]},\
            {"signal":"score.exploitation","value":null,"evidence":[]},\
            {"signal":"score.extortion","value":null,"evidence":[]},\
            {"signal":"score.danger","value":null,"evidence":[]},\
            {"signal":"score.ask","value":null,"evidence":[]},\
            {"signal":"score.counter","value":null,"evidence":[]},\
            {"signal":"score.safety","value":null,"evidence":[]},\
            {"signal":"score.story","value":null,"evidence":[]},\
            {"signal":"score.ordinary","value":null,"evidence":[]},\
            {"signal":"share.harm","value":null,"evidence":[]},\
            {"signal":"share.none","value":null,"evidence":[]},\
            {"signal":"context.harm","value":null,"evidence":[]},\
            {"signal":"context.ask","value":null,"evidence":[]}],\
            "frames":[{"frame":"question","cue":{"field":"text","start":0,"end":1},\
            "scope":{"field":"text","start":0,"end":9}}]}],\
            "clauses":[{"policy":"test@2021-11","clause":"a","standing":"decides",\
            "why":"decides: allow","when":{"truth":true,"tests":[{"test":"price.present",\
            "truth":true,"evidence":[{"field":"text","start":4,"end":8}]}]},\
            "certain":{"truth":true,"tests":[]}}]}"""
                .formatted(decision));
  }

  @Test
  void signalsNobodyKnows_areWrittenAsNull() {
    assertThat(ExplanationJson.text(trace(false)))
        .contains("{\"signal\":\"price.amount\",\"value\":null,\"evidence\":[]}");
  }

  private static Trace trace(boolean priced) {
    var policy =
        Drafts.version(
            Drafts.clause("a", Label.CROSSING_INFO, Stance.ALLOWED, 1)
                .when("price.present")
                .leadsTo(Outcome.ALLOW));
    var seen =
        FakeObservation.seeing("price.present", "frame.question")
            .at("price.present", new Span("text", 4, 8))
            .unknown("author.verified")
            .framed(new Frame(FrameKind.QUESTION, new Span("text", 0, 1), new Span("text", 0, 9)));
    if (priced) seen.number("price.amount", 1.0 / 3).text("price.currency", "USD");
    var event = ContentEvent.post("p", "How $100?");
    var decider = new Decider(List.of(policy));
    var decision = decider.decide(event, List.of(seen), Instant.EPOCH);
    return new Trace(
        new Verdict(decision, Plan.of(decision)),
        List.of(new Trace.Observed(policy.name(), seen)),
        decider.explain(event, List.of(seen)));
  }
}
