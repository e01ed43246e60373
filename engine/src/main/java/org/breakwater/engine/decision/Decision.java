package org.breakwater.engine.decision;

import java.time.Period;
import java.util.List;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.text.Span;

/**
 * What follows for one event. All lists are sorted as design.md §3 says.
 *
 * @param label the deciding clause's; {@code benign} when nothing holds, {@code unclear} when only
 *     unknowns led here
 * @param labels those of all clauses that hold; empty when none does
 * @param lang primary subtag the event was judged in, or {@code und}
 * @param clauses ids of all clauses that hold
 * @param protectedClauses those among them whose stance is protected
 * @param orders actions for the final outcome
 * @param resources verified help, only where the outcome or an action shows it
 * @param unknown names of signals whose absence mattered
 * @param reason one sentence a person understands
 * @param reasonLang language of the sentence
 */
public record Decision(
    String id,
    int revision,
    Outcome outcome,
    Label label,
    List<Label> labels,
    String lang,
    List<PolicyRef> policies,
    List<String> clauses,
    List<String> protectedClauses,
    List<Order> orders,
    List<Resource> resources,
    List<Evidence> evidence,
    List<String> unknown,
    String reason,
    String reasonLang) {

  public Decision {
    labels = List.copyOf(labels);
    policies = List.copyOf(policies);
    clauses = List.copyOf(clauses);
    protectedClauses = List.copyOf(protectedClauses);
    orders = List.copyOf(orders);
    resources = List.copyOf(resources);
    evidence = List.copyOf(evidence);
    unknown = List.copyOf(unknown);
  }

  /** Whether people must look now. */
  public boolean urgent() {
    return outcome == Outcome.ESCALATE;
  }

  /**
   * The exact rules that were applied.
   *
   * @param policy such as {@code human-exploitation@2021-11}
   * @param pack {@code sha256:…} of the version's entry
   * @param overlay likewise; empty when there is none
   */
  public record PolicyRef(String policy, String pack, String overlay) {}

  /**
   * An action the deciding clauses order.
   *
   * @param duration how long it lasts where a clause overrides the table; zero where none does
   */
  public record Order(Action action, Period duration) {}

  /** Words that made a clause hold. */
  public record Evidence(String clause, String signal, Span span) {}
}
