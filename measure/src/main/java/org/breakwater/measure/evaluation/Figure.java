package org.breakwater.measure.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.statistics.Proportion;

/**
 * The answers to one group of cases with one duty.
 *
 * @param dimension what the group is of, such as {@code functionality}
 * @param group such as {@code offer.coded}
 * @param outcomes how often each was answered
 * @param right how many answers were right
 */
public record Figure(
    String dimension,
    String group,
    Split split,
    Duty duty,
    Map<Outcome, Long> outcomes,
    long right) {

  public Figure {
    outcomes = Map.copyOf(outcomes);
  }

  static Figure of(String dimension, String group, Split split, Duty duty, List<Judged> judged) {
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    judged.forEach(one -> outcomes.merge(one.answer().outcome(), 1L, Long::sum));
    long right = judged.stream().filter(Judged::isRight).count();
    return new Figure(dimension, group, split, duty, outcomes, right);
  }

  public long n() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Answers with one of the outcomes. */
  public Proportion share(Outcome... any) {
    long count = 0;
    for (Outcome outcome : any) count += outcomes.getOrDefault(outcome, 0L);
    return new Proportion(count, n());
  }

  public Proportion rightShare() {
    return new Proportion(right, n());
  }

  /** Removed, reviewed or escalated: noticed at all. */
  public Proportion caught() {
    return share(Outcome.REVIEW, Outcome.REMOVE, Outcome.ESCALATE);
  }

  /** Sent to people, in whatever haste. */
  public Proportion reviewed() {
    return share(Outcome.REVIEW, Outcome.ESCALATE);
  }

  public Proportion removed() {
    return share(Outcome.REMOVE);
  }

  /**
   * The share that matters for its duty: noticed of what is prohibited, escalated of danger, met
   * with resources of asks, left alone of look-alikes.
   */
  public Proportion served() {
    return switch (duty) {
      case PROHIBITED -> caught();
      case DANGER -> share(Outcome.ESCALATE);
      case ASK -> share(Outcome.ALLOW_WITH_RESOURCES);
      case LOOK_ALIKE -> share(Outcome.ALLOW, Outcome.ALLOW_WITH_RESOURCES);
    };
  }
}
