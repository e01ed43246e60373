package org.breakwater.engine.policy;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.policy.Condition.Atom;
import org.breakwater.engine.policy.Condition.Compare;
import org.breakwater.engine.policy.Condition.Flag;
import org.breakwater.engine.policy.Condition.OneOf;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.Truth;
import org.jspecify.annotations.Nullable;

/**
 * One observation read under one {@link ClauseSet}. Each atom is tested at most once and only when
 * a candidate clause asks for it. For one thread.
 */
public final class Reading {
  private final ClauseSet clauses;
  private final Observation observation;

  /** By atom; null until tested. */
  private final @Nullable Truth[] known;

  private final AtomTruths truths = this::truth;

  Reading(ClauseSet clauses, Observation observation) {
    this.clauses = clauses;
    this.observation = observation;
    this.known = new Truth[clauses.atomCount()];
  }

  /** Clauses whose {@code when} is true or unknown, in the order of the set. */
  public List<Finding> findings() {
    return candidates(false);
  }

  /**
   * Clauses that were evaluated, also those that turned out false; all others are false because a
   * signal they cannot do without is. For explanations.
   */
  public List<Finding> considered() {
    return candidates(true);
  }

  private List<Finding> candidates(boolean alsoFalse) {
    List<Finding> findings = new ArrayList<>(4);
    long[] candidates = clauses.index().candidates(truths);
    for (int word = 0; word < candidates.length; word++) {
      for (long left = candidates[word]; left != 0; left &= left - 1) {
        int clause = (word << 6) + Long.numberOfTrailingZeros(left);
        Truth when = clauses.when(clause).value(truths);
        if (alsoFalse || when != Truth.FALSE) findings.add(new Finding(this, clause, when));
      }
    }
    return findings;
  }

  /** The truth of an atom, tested on first demand. */
  private Truth truth(int atom) {
    Truth memo = known[atom];
    if (memo != null) return memo;
    Truth tested = test(clauses.atom(atom));
    known[atom] = tested;
    return tested;
  }

  public Truth test(Atom atom) {
    return switch (atom) {
      case Flag(int slot) -> observation.flag(slot);
      case Compare(int slot, var relation, double constant) -> {
        double number = observation.number(slot);
        yield Double.isNaN(number) ? Truth.UNKNOWN : Truth.of(relation.test(number, constant));
      }
      case OneOf(int slot, var constants) -> {
        String text = observation.text(slot);
        yield text == null ? Truth.UNKNOWN : Truth.of(constants.contains(text));
      }
    };
  }

  AtomTruths truths() {
    return truths;
  }

  ClauseSet clauses() {
    return clauses;
  }
}
