package org.breakwater.engine.policy.text;

import java.util.EnumSet;
import java.util.Set;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.Stance;

/** What the parts of a clause demand of each other (design.md §3 and §5). */
record ClauseRules(YamlFields fields, Clause clause) {

  void check() {
    Set<Outcome> outcomes = EnumSet.of(clause.outcome().otherwise());
    outcomes.addAll(clause.outcome().exceptions().values());
    checkStance(outcomes);
    if (outcomes.contains(Outcome.REMOVE)) checkRemoval();
    checkStrikes();
    if (clause.holdHidden() && clause.severity() != 5)
      fault("hold", "`hold: hidden` is for severity 5 only", "");
    if (clause.when().equals(new Condition.Constant(false)))
      fault("when", "`when` can never hold", "");
  }

  private void checkStance(Set<Outcome> outcomes) {
    if (clause.stance() == Stance.NEEDS_CONTEXT && !outcomes.equals(EnumSet.of(Outcome.REVIEW)))
      fault("outcome", "the outcome of a `needs_context` clause is `review`", "");
    if (clause.stance() == Stance.PROTECTED && clause.right().isEmpty())
      fault("stance", "missing `right`", "a protected clause names the right and its legal source");
    if (clause.stance() != Stance.PROTECTED && !clause.right().isEmpty())
      fault("right", "`right` is for protected clauses only", "set `stance: protected` or drop it");
    boolean allows =
        switch (clause.stance()) {
          case ALLOWED, PROTECTED, ALLOWED_WITH_RESOURCES -> true;
          case PROHIBITED, NEEDS_CONTEXT -> false;
        };
    if (allows && outcomes.contains(Outcome.REMOVE))
      fault("outcome", "a clause that is `%s` cannot remove".formatted(clause.stance().word()), "");
  }

  private void checkRemoval() {
    if (fields.find("certain").isEmpty())
      fault(
          "outcome",
          "missing `certain`",
          "a clause that removes says when a machine may act without a person");
    if (clause.label() == Label.IMMINENT_DANGER)
      fault("outcome", "`imminent_danger` is never removed", "use `escalate`");
  }

  private void checkStrikes() {
    if (clause.strikes().count() > 0 && clause.label().isNoRecord())
      fault(
          "strikes",
          "`%s` never earns a strike".formatted(clause.label().word()),
          "asking, telling and fleeing leave no record of a person");
  }

  private void fault(String key, String message, String help) {
    fields.find(key).orElse(fields.owner()).fault(message, help);
  }
}
