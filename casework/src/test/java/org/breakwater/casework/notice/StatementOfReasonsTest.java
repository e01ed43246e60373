package org.breakwater.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breakwater.casework.notice.Circumstances.Decided;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.text.Span;
import org.junit.jupiter.api.Test;

class StatementOfReasonsTest {
  private static List<Restriction> kinds(StatementOfReasons statement) {
    return statement.restrictions().stream().map(Restricted::restriction).toList();
  }

  @Test
  void everyRestriction_hasAStatementInWhichItStands() {
    assertThat(Cases.each().keySet()).containsExactlyInAnyOrder(Restriction.values());
    Cases.each().forEach((kind, statement) -> assertThat(kinds(statement)).contains(kind));
  }

  @Test
  void confirmedAccount_leads_andAProposedOneComesLast() {
    assertThat(kinds(Cases.statement(Cases.offer(Action.DISABLE_ACCOUNT), Cases.confirmed())))
        .containsExactly(Restriction.ACCOUNT_DISABLED, Restriction.REMOVED);
    assertThat(kinds(Cases.statement(Cases.offer(Action.DISABLE_ACCOUNT), Circumstances.machine())))
        .containsExactly(Restriction.REMOVED, Restriction.ACCOUNT_PROPOSED);
  }

  @Test
  void whatStays_andSearches_haveNoStatement() {
    Judged helped =
        Cases.judged(
            Outcome.ALLOW_WITH_RESOURCES,
            Label.SOLICIT,
            "asking.solicit",
            Action.SEND_RESOURCES,
            Action.MASK_CONTACTS);
    Judged search =
        Cases.judged(
            Outcome.REMOVE,
            Label.DOCUMENT_FRAUD,
            "",
            Action.LIMIT_SEARCH,
            Action.SHOW_INTERSTITIAL);
    assertThat(Cases.of(helped, Circumstances.machine())).isEmpty();
    assertThat(Cases.of(search, Circumstances.machine())).isEmpty();
    assertThat(Cases.of(Cases.offer(), Cases.ruled(Outcome.ALLOW))).isEmpty();
  }

  @Test
  void personsRuling_standsAgainstTheMachine_andIsSaid() {
    StatementOfReasons ruled =
        Cases.statement(Cases.waiting(Action.NO_AMPLIFICATION), Cases.ruled(Outcome.REMOVE));
    assertThat(kinds(ruled)).containsExactly(Restriction.REMOVED);
    assertThat(ruled.decided()).isEqualTo(Decided.PERSON);
    assertThat(Cases.statement(Cases.offer(), Circumstances.machine()).decided())
        .isEqualTo(Decided.MACHINE);
    assertThat(Cases.statement(Cases.offer(Action.DISABLE_ACCOUNT), Cases.confirmed()).decided())
        .isEqualTo(Decided.BOTH);
  }

  @Test
  void ground_isTheClauseThatDecided() {
    Ground offer = Cases.statement(Cases.offer(), Circumstances.machine()).ground();
    assertThat(offer).isEqualTo(new Ground("small@2022-12", "smuggling.offer", Label.OFFER, false));
    Judged held =
        Cases.judged(
            Outcome.ESCALATE, Label.EXTORTION, "extortion.victim", Action.NO_AMPLIFICATION);
    Ground victim = Cases.statement(held, Circumstances.machine()).ground();
    assertThat(victim.clause()).isEqualTo("extortion.victim");
    assertThat(victim.helpFirst()).isTrue();
    Judged demand =
        Cases.judged(Outcome.REMOVE, Label.EXTORTION, "extortion.demand", Action.REMOVE_CONTENT);
    assertThat(Cases.statement(demand, Circumstances.machine()).ground().helpFirst()).isFalse();
    assertThat(Cases.statement(Cases.ask(), Circumstances.machine()).ground().helpFirst()).isTrue();
  }

  @Test
  void marks_areCountedOnce() {
    assertThat(Cases.statement(Cases.offer(), Circumstances.machine()).marks()).isEqualTo(2);
  }

  @Test
  void passages_areTheShortest_inOrder_andApart() {
    var judged =
        new Judged(
            Cases.DECISION,
            Cases.ON,
            Outcome.REMOVE,
            Label.OFFER,
            "small@2022-12",
            List.of(),
            List.of(),
            "en",
            List.of(
                new Span("text", 0, 51),
                new Span("text", 33, 37),
                new Span("text", 36, 44),
                new Span("text", 52, 67),
                new Span("mediaText/0", 0, 4),
                new Span("text", 33, 37)));
    assertThat(judged.passages())
        .containsExactly(
            new Span("mediaText/0", 0, 4), new Span("text", 33, 44), new Span("text", 52, 67));
  }

  @Test
  void whoWasToldOfAReview_isShownTheRemovalThatAPersonRuled() {
    StatementOfReasons told =
        Cases.statement(Cases.waiting(Action.LIMIT_REPLIES), Circumstances.machine());
    StatementOfReasons ruled = told.removedByAPerson();
    assertThat(kinds(ruled)).containsExactly(Restriction.REMOVED, Restriction.REPLIES_LIMITED);
    assertThat(ruled.decided()).isEqualTo(Decided.PERSON);
    assertThat(kinds(Cases.statement(Cases.waiting(), Cases.ad()).removedByAPerson()))
        .containsExactly(Restriction.AD_REFUSED);
  }
}
