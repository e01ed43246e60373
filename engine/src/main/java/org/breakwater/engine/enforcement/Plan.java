package org.breakwater.engine.enforcement;

import java.time.Period;
import java.util.Comparator;
import java.util.List;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.decision.Decision.Order;
import org.breakwater.engine.policy.Action;

/** Turns what a decision orders into actions that can be carried out, confirmed and undone. */
public final class Plan {
  private Plan() {}

  /** One planned action an order, in order of {@link PlannedAction#action()}. */
  public static List<PlannedAction> of(Decision decision) {
    if (decision.orders().isEmpty()) return List.of();
    return decision.orders().stream()
        .sorted(Comparator.comparing(Order::action))
        .map(Plan::planned)
        .toList();
  }

  /** One action as a person orders it, with all that the table says of it. */
  public static PlannedAction of(Action action) {
    return planned(new Order(action, Period.ZERO));
  }

  private static PlannedAction planned(Order order) {
    Measure measure = Measure.of(order.action());
    return new PlannedAction(
        order.action(),
        measure.scope(),
        order.duration().isZero() ? measure.duration() : order.duration(),
        measure.needsConfirmation(),
        measure.undo());
  }
}
