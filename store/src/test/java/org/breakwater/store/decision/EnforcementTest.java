package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.breakwater.engine.enforcement.Plan;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Label;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actions are written with their decision, and change as people, platform and clock say. */
@Tag("long")
class EnforcementTest extends EnforcementFixture {
  EnforcementTest(@TempDir Path folder) {
    super(folder);
  }

  @Test
  void removal_isToldAtOnce_andTheAccountOnlyProposed() {
    logged(offer("p1", "a1", 1));
    assertThat(states())
        .containsExactly(
            "remove_content confirmed", "disable_account planned", "preserve confirmed");
    assertThat(outbox()).containsExactly("p1 hide");
    assertThat(rows("select action::text from outbox"))
        .containsExactly(action("remove_content").toString());
  }

  @Test
  void whatIsHidden_isNotAlsoToldNotToBeAmplified_unlessItIsHiddenLater() {
    var held = ordered(Action.NO_AMPLIFICATION, 0);
    logged(
        recorded("p1", "a", Label.OFFER, OFFER, List.of(ordered(Action.REMOVE_CONTENT, 0), held)));
    var later = new Ordered(Plan.of(Action.REMOVE_CONTENT), Duration.ofMinutes(5), 0);
    logged(recorded("p2", "a", Label.OFFER, OFFER, List.of(later, held)));
    assertThat(outbox()).containsExactly("p1 hide", "p2 review");
  }

  @Test
  void ofWhoAsks_noRowNamesAClause_norWhatIsGivenOnlyToWhoAsks() {
    logged(
        unrecorded(
            "ask",
            List.of(
                ordered(Action.REMOVE_CONTENT, 0),
                ordered(Action.SEND_RESOURCES, 0),
                ordered(Action.MASK_CONTACTS, 0),
                ordered(Action.LIMIT_REPLIES, 0))));
    assertThat(states()).containsExactly("remove_content confirmed");
    assertThat(rows("select action::text from action where clause is not null or lang is not null"))
        .isEmpty();
    assertThat(rows("select a::text from action a").toString()).doesNotContain("words");
  }

  @Test
  void whatLeftNoRecord_isShownAgain_alsoWhereItsDecisionIsForgotten() {
    Draft ask = unrecorded("ask", List.of(ordered(Action.REMOVE_CONTENT, 0)));
    Place place = logged(ask);
    startAgain(START.plus(Duration.ofDays(60)));
    assertThat(dossiers.find(place.decision())).isEmpty();
    rule(ask, place, "allow", false);
    assertThat(states()).contains("remove_content undone", "show confirmed");
    assertThat(outbox()).containsExactly("ask show");
  }

  @Test
  void account_isStopped_whenAPersonConfirms_andClosed30DaysLater() {
    logged(offer("p1", "a1", 1));
    UUID disable = action("disable_account");
    assertThat(confirm(disable, "person m", CLEAR, false)).isInstanceOf(Answer.Logged.class);
    assertThat(state(disable)).isEqualTo("confirmed");
    assertThat(outbox()).containsExactly("p1 hide", "p1 stop_publishing");
    startAgain(START.plus(Duration.ofDays(29)));
    assertThat(rows("select stage from action where stage is not null"))
        .containsExactly("publishing_stopped");
    startAgain(START.plus(Duration.ofDays(30)));
    assertThat(rows("select stage from action where stage is not null"))
        .containsExactly("disabled");
    assertThat(outbox()).containsExactly("p1 disable_account");
    undo(disable);
    assertThat(outbox()).containsExactly("p1 disable_account", "p1 enable_account");
  }

  @Test
  void twoWhoConfirmAtOnce_areOne() {
    logged(offer("p1", "a1", 1));
    UUID disable = action("disable_account");
    var one = log.enter(new Act.Confirmed("{}", disable, CLEAR, false, "person a", "x"));
    var other = log.enter(new Act.Confirmed("{}", disable, CLEAR, false, "person b", "x"));
    CompletableFuture.allOf(one, other).join();
    assertThat(List.of(one.join(), other.join()))
        .hasAtLeastOneElementOfType(Answer.Logged.class)
        .hasAtLeastOneElementOfType(Answer.Refused.class);
    assertThat(outbox()).containsExactly("p1 hide", "p1 stop_publishing");
  }

  @Test
  void whereTwoAreNeeded_theSamePersonIsNotTheSecond() {
    logged(offer("p1", "a1", 2));
    UUID disable = action("disable_account");
    confirm(disable, "person a", CLEAR, false);
    assertThat(state(disable)).isEqualTo("planned");
    assertThat(refusal(confirm(disable, "person a", CLEAR, false)).orElseThrow())
        .contains("a second one must");
    confirm(disable, "person b", CLEAR, false);
    assertThat(state(disable)).isEqualTo("confirmed");
  }

  @Test
  void whereSomebodyIsNotSure_onlyASeniorModeratorConfirms() {
    logged(offer("p1", "a1", 1));
    UUID disable = action("disable_account");
    assertThat(confirm(disable, "person a", check(Check.Found.UNSURE), false))
        .as("the finding is entered")
        .isInstanceOf(Answer.Logged.class);
    assertThat(state(disable)).isEqualTo("planned");
    assertThat(refusal(confirm(disable, "person b", CLEAR, false)).orElseThrow())
        .contains("may hit a victim");
    assertThat(outbox()).containsExactly("p1 hide");
    confirm(disable, "person s", check(Check.Found.YES), true);
    assertThat(state(disable)).isEqualTo("confirmed");
    assertThat(
            rows("select person || ' ' || confirms || ' ' || victim from confirmation order by at"))
        .containsExactly("person a false unsure", "person s true yes");
  }

  @Test
  void whileSomebodyMayBeInDanger_noAccountIsTouched() {
    logged(offer("p1", "a1", 1));
    Draft alarm = again(unrecorded("p1", List.of(ordered(Action.ESCALATE, 0))));
    Place place = logged(alarm);
    UUID disable = action("disable_account");
    assertThat(refusal(confirm(disable, "person a", CLEAR, true)).orElseThrow())
        .contains("danger or extortion");
    rule(alarm, place, "escalate", false);
    assertThat(refusal(confirm(disable, "person a", CLEAR, true))).as("escalated anew").isPresent();
  }

  @Test
  void dangerThatComesUpMeanwhile_putsOffTheSecondStage() {
    logged(offer("p1", "a1", 1));
    UUID disable = action("disable_account");
    confirm(disable, "person a", CLEAR, false);
    var extortion = List.of(ordered(Action.REMOVE_CONTENT, 0), ordered(Action.ESCALATE, 0));
    Draft ransom = recorded("p9", "a1", Label.EXTORTION, new Cause("e", "en"), extortion);
    Place place = logged(ransom);
    startAgain(START.plus(Duration.ofDays(30)));
    assertThat(rows("select stage from action where stage is not null"))
        .containsExactly("publishing_stopped");
    rule(ransom, place, "remove");
    startAgain(START.plus(Duration.ofDays(31)));
    assertThat(rows("select stage from action where stage is not null"))
        .containsExactly("disabled");
  }

  @Test
  void proposalThatNobodyConfirms_expires_andNothingIsTold() {
    logged(offer("p1", "a1", 1));
    startAgain(START.plus(Duration.ofDays(31)));
    assertThat(state(action("disable_account"))).isEqualTo("expired");
    assertThat(rows("select count(*)::text from outbox where deed like '%account'"))
        .containsExactly("0");
  }

  @Test
  void delayedAction_isToldWhenItIsDue_andNotWhenItWasUndoneBefore() {
    var later = new Ordered(Plan.of(Action.REMOVE_CONTENT), Duration.ofMinutes(5), 0);
    logged(recorded("p1", "a1", Label.OFFER, OFFER, List.of(later)));
    UUID first = action("remove_content");
    logged(recorded("p2", "a1", Label.OFFER, OFFER, List.of(later)));
    assertThat(outbox()).isEmpty();
    undo(first);
    startAgain(START.plus(Duration.ofMinutes(5)));
    assertThat(outbox()).containsExactly("p2 hide");
  }

  @Test
  void actionWithAnEnd_isPutBackByTheClock_andThePlatformTold() {
    var limited = lasting(Action.LIMIT_REPLIES, Period.ofDays(3));
    logged(recorded("p1", "a1", Label.OFFER, Cause.NONE, List.of(limited)));
    startAgain(START.plus(Duration.ofDays(3)));
    assertThat(state(action("limit_replies"))).isEqualTo("expired");
    assertThat(outbox()).containsExactly("p1 limit_replies", "p1 free_replies");
    assertThat(rows("select by from action_step")).containsExactly("the clock");
  }

  @Test
  void undo_showsAgain_andStandsAgainstMachines() {
    Draft offer = offer("p1", "a1", 1);
    logged(offer);
    assertThat(undo(action("remove_content"))).isInstanceOf(Answer.Logged.class);
    assertThat(states())
        .containsExactly(
            "remove_content undone", "disable_account undone", "preserve undone", "show confirmed");
    assertThat(refusal(undo(action("remove_content"))).orElseThrow()).contains("undone already");
    assertThat(refusal(undo(action("show"))).orElseThrow()).contains("undoes another");
    logged(again(offer));
    assertThat(outbox())
        .as("a machine that decided without knowing hides for no moment longer")
        .containsExactly("p1 hide", "p1 show", "p1 hide", "p1 show");
    assertThat(faults()).isEmpty();
  }

  @Test
  void rulingThatAllows_undoesWhatAnyDecisionDidToTheContent() {
    Draft offer = offer("p1", "a1", 1);
    Place place = logged(offer);
    logged(again(offer));
    rule(offer, place, "allow");
    assertThat(outbox()).containsExactly("p1 hide", "p1 hide", "p1 show");
    assertThat(rows("select distinct state from action where undoes is null"))
        .containsExactly("undone");
  }

  @Test
  void rulingThatRemoves_endsTheReview_andHides() {
    var review = List.of(ordered(Action.NO_AMPLIFICATION, 0), ordered(Action.QUEUE_REVIEW, 0));
    Draft vague = recorded("p1", "a1", Label.OFFER, Cause.NONE, review);
    Place place = logged(vague);
    assertThat(outbox()).containsExactly("p1 review");
    rule(vague, place, "remove");
    assertThat(outbox()).containsExactly("p1 review", "p1 hide");
    assertThat(state(action("queue_review"))).isEqualTo("acknowledged");
    rule(vague, place, "remove");
    assertThat(outbox()).as("once").hasSize(2);
    rule(vague, place, "allow");
    assertThat(outbox()).containsExactly("p1 review", "p1 hide", "p1 release", "p1 show");
  }

  @Test
  void rulingOnWhatNothingIsKeptOf_tellsNobody() {
    Draft allowed = drafts.allowed("p1");
    rule(allowed, logged(allowed), "remove", false);
    assertThat(outbox()).isEmpty();
  }

  @Test
  void delivery_movesTheState_andNothingThatIsOver() throws SQLException {
    logged(offer("p1", "a1", 1));
    UUID hide = action("remove_content");
    delivered(hide, ActionState.SENT);
    delivered(hide, ActionState.FAILED);
    delivered(hide, ActionState.SENT);
    delivered(hide, ActionState.ACKNOWLEDGED);
    assertThat(rows("select state || ' ' || by from action_step order by step"))
        .containsExactly(
            "sent the platform",
            "failed the platform",
            "sent the platform",
            "acknowledged the platform");
    undo(hide);
    delivered(hide, ActionState.ACKNOWLEDGED);
    delivered(UUID.randomUUID(), ActionState.SENT);
    assertThat(state(hide)).isEqualTo("undone");
  }

  private void delivered(UUID action, ActionState state) throws SQLException {
    try (Connection connection = database.connect()) {
      Delivered.move(connection, action, state, "", now);
    }
  }

  @Test
  void actions_goWithTheirMaterial_byErasureAndByTheClock() {
    logged(offer("p1", "a1", 1));
    logged(offer("p2", "a2", 1));
    undo(action("remove_content"));
    new Erasure(database, secrets).content("p2");
    assertThat(rows("select distinct content from action")).containsExactly("p1");
    assertThat(rows("select step::text from action_step")).isEmpty();
    startAgain(START.plus(Duration.ofDays(RetentionClock.STRIKE_DAYS)));
    assertThat(states()).isEmpty();
    assertThat(faults()).isEmpty();
  }

  @Test
  void removals_andMistakes_areCountedByClauseAndLanguage() {
    for (int i = 0; i < 3; i++) logged(offer("p" + i, "a", 1));
    Draft offer = offer("q", "a", 1);
    rule(offer, logged(offer), "allow");
    log.enter(new Act.Undone("{}", action("remove_content"), "person m", "x", false, true)).join();
    undo(
        UUID.fromString(
            rows("select action::text from action where content = 'p0' and word = 'remove_content'")
                .getFirst()));
    assertThat(
            rows("select clause || ' ' || lang || ' ' || removed || ' ' || mistaken from removal"))
        .containsExactly("smuggling.offer en 4 2");
  }

  @Test
  void breaker_isSwitchedOnce_andIsInTheLog() {
    var open = new Act.Switched("{\"act\":\"x\"}", "c", "en", true, "too many", "person p");
    assertThat(log.enter(open).join()).isInstanceOf(Answer.Logged.class);
    assertThat(refusal(log.enter(open).join()).orElseThrow()).isEqualTo("it is open already");
    var closed = new Act.Switched("{\"act\":\"x\"}", "c", "en", false, "mended", "person p");
    log.enter(closed).join();
    assertThat(rows("select is_open || ' ' || reason || ' ' || counts_from from breaker"))
        .containsExactly("false mended 2026-11-23");
    assertThat(rows("select json from act")).hasSize(2);
    assertThat(faults()).isEmpty();
  }
}
