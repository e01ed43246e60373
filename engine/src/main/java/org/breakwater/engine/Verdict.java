package org.breakwater.engine;

import java.util.List;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.enforcement.PlannedAction;

/** A decision with the actions planned for it, in order of {@link PlannedAction#action()}. */
public record Verdict(Decision decision, List<PlannedAction> actions) {
  public Verdict {
    actions = List.copyOf(actions);
  }
}
