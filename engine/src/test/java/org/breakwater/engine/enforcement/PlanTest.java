package org.breakwater.engine.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.Arrays;
import java.util.List;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.decision.Decision.Order;
import org.breakwater.engine.enforcement.PlannedAction.Scope;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void everyAction_canBeUndone() {
    List<PlannedAction> plan = Plan.of(ordering(everyAction()));
    assertThat(plan).hasSameSizeAs(Action.values());
    assertThat(plan).allSatisfy(action -> assertThat(action.undo()).isNotBlank());
  }

  @Test
  void onlyDisablingAnAccount_needsAPersonToConfirm() {
    assertThat(Plan.of(ordering(everyAction())))
        .filteredOn(PlannedAction::needsConfirmation)
        .extracting(PlannedAction::action)
        .containsExactly(Action.DISABLE_ACCOUNT);
  }

  @Test
  void onlyDisablingAnAccount_touchesTheAccount() {
    assertThat(Plan.of(ordering(everyAction())))
        .filteredOn(action -> action.scope() == Scope.ACCOUNT)
        .extracting(PlannedAction::action)
        .containsExactly(Action.DISABLE_ACCOUNT);
  }

  @Test
  void aClausesDuration_standsBeforeTheTables() {
    var orders =
        List.of(
            new Order(Action.LIMIT_REPLIES, Period.ZERO),
            new Order(Action.PRESERVE, Period.ofDays(180)),
            new Order(Action.REMOVE_CONTENT, Period.ZERO));
    assertThat(Plan.of(ordering(orders)))
        .extracting(PlannedAction::duration)
        .containsExactly(Period.ZERO, Period.ofDays(30), Period.ofDays(180));
  }

  @Test
  void actions_areInTheOrderOfTheContract() {
    var orders =
        List.of(
            new Order(Action.PRESERVE, Period.ZERO), new Order(Action.REMOVE_CONTENT, Period.ZERO));
    assertThat(Plan.of(ordering(orders)))
        .extracting(PlannedAction::action)
        .containsExactly(Action.REMOVE_CONTENT, Action.PRESERVE);
  }

  private static List<Order> everyAction() {
    return Arrays.stream(Action.values()).map(a -> new Order(a, Period.ZERO)).toList();
  }

  private static Decision ordering(List<Order> orders) {
    return new Decision(
        "p",
        1,
        Outcome.REMOVE,
        Label.OFFER,
        List.of(),
        "en",
        List.of(),
        List.of(),
        List.of(),
        orders,
        List.of(),
        List.of(),
        List.of(),
        "Because.",
        "en");
  }
}
