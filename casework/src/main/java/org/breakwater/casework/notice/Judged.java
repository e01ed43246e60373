package org.breakwater.casework.notice;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.decision.Decision.Evidence;
import org.breakwater.engine.enforcement.PlannedAction;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.text.Span;

/**
 * What of a decision matters to the person whose content it is.
 *
 * @param decision its name in the log
 * @param on the day; no finer, because no notice needs it
 * @param policy such as {@code human-exploitation@2021-11}
 * @param clauses ids of all clauses that hold
 * @param lang of the content, primary subtag or {@code und}
 * @param marked where the words stand that made a clause hold
 */
public record Judged(
    UUID decision,
    LocalDate on,
    Outcome outcome,
    Label label,
    String policy,
    List<String> clauses,
    List<Ordered> actions,
    String lang,
    List<Span> marked) {

  public Judged {
    clauses = List.copyOf(clauses);
    actions = List.copyOf(actions);
    marked = List.copyOf(marked);
  }

  /**
   * An action that was ordered.
   *
   * @param days how long it lasts; 0 until undone
   */
  public record Ordered(Action action, int days) {
    static Ordered of(PlannedAction action) {
      return new Ordered(action.action(), days(action.duration()));
    }

    /** Days of a period that begins with a year. */
    public static int days(Period period) {
      return (int) ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.EPOCH.plus(period));
    }
  }

  /** Of a decision as the engine made it. */
  public static Judged of(UUID name, LocalDate on, Verdict verdict) {
    var decision = verdict.decision();
    return new Judged(
        name,
        on,
        decision.outcome(),
        decision.label(),
        decision.policies().isEmpty() ? "" : decision.policies().getFirst().policy(),
        decision.clauses(),
        verdict.actions().stream().map(Ordered::of).toList(),
        decision.lang(),
        decision.evidence().stream().map(Evidence::span).toList());
  }

  /**
   * The passages that led to it, in order and apart from each other. A signal that is seen in words
   * that stand together is seen from the first to the last of them; where a shorter one lies within
   * such a stretch, the shorter one says more.
   */
  public List<Span> passages() {
    List<Span> shortest =
        marked.stream()
            .filter(each -> marked.stream().noneMatch(other -> isWithin(other, each)))
            .sorted()
            .toList();
    List<Span> passages = new ArrayList<>();
    for (Span span : shortest) {
      Span last = passages.isEmpty() ? span : passages.getLast();
      boolean touches = span.field().equals(last.field()) && span.start() <= last.end();
      if (passages.isEmpty() || !touches) passages.add(span);
      else
        passages.set(
            passages.size() - 1,
            new Span(last.field(), last.start(), Math.max(last.end(), span.end())));
    }
    return passages;
  }

  private static boolean isWithin(Span inner, Span outer) {
    return inner.field().equals(outer.field())
        && inner.start() >= outer.start()
        && inner.end() <= outer.end()
        && inner.end() - inner.start() < outer.end() - outer.start()
        && inner.end() > inner.start();
  }

  boolean orders(Action action) {
    return actions.stream().anyMatch(ordered -> ordered.action() == action);
  }

  int days(Action action) {
    return actions.stream()
        .filter(ordered -> ordered.action() == action)
        .mapToInt(Ordered::days)
        .findFirst()
        .orElse(0);
  }
}
