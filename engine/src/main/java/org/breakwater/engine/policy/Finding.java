package org.breakwater.engine.policy;

import java.util.BitSet;
import java.util.List;
import org.breakwater.engine.policy.Condition.Atom;
import org.breakwater.engine.signal.Signal.Origin;
import org.breakwater.engine.signal.Truth;

/** What one clause says about one observation, with the grounds for it. For one thread. */
public final class Finding {
  private final Reading reading;
  private final int number;
  private final Truth when;

  Finding(Reading reading, int number, Truth when) {
    this.reading = reading;
    this.number = number;
    this.when = when;
  }

  public Clause clause() {
    return set().clauses().get(number);
  }

  /** Whether the clause holds. */
  public Truth when() {
    return when;
  }

  /** Whether a machine may act alone; may ask signals dearer than those {@code when} asked. */
  public Truth certain() {
    return set().certain(number).value(reading.truths());
  }

  /**
   * Slots of the signals that carry a {@code when} that is true: tested un-negated, true, and part
   * of an alternative that is true. Ascending; empty when {@code when} is not true.
   */
  public List<Integer> evidence() {
    var support = new BitSet();
    set().when(number).collectSupport(reading.truths(), support);
    return slots(support);
  }

  /** Slots of the signals whose absence keeps {@code when} unknown; ascending. */
  public List<Integer> unknownInWhen() {
    return unknownIn(set().when(number));
  }

  /** Slots of the signals whose absence keeps {@code certain} unknown; ascending. */
  public List<Integer> unknownInCertain() {
    return unknownIn(set().certain(number));
  }

  /**
   * Whether an unknown {@code when} calls for a person: it would be true if every unknown test were
   * true, and at least one test of the words themselves in it, un-negated, is true (design.md §3).
   */
  public boolean wouldHoldIfUnknownsWereTrue() {
    Term term = set().when(number);
    return when == Truth.UNKNOWN
        && term.value(atom -> reading.truths().of(atom) == Truth.FALSE ? Truth.FALSE : Truth.TRUE)
            == Truth.TRUE
        && wordsSpeakForIt(term);
  }

  private boolean wordsSpeakForIt(Term term) {
    var positive = new BitSet();
    term.collectPositive(positive);
    return positive.stream()
        .filter(atom -> reading.truths().of(atom) == Truth.TRUE)
        .anyMatch(atom -> originOf(atom) == Origin.WORDS);
  }

  private Origin originOf(int atom) {
    return set().catalog().at(set().atom(atom).slot()).origin();
  }

  /** The truth of one test of this clause's conditions, for explanations. */
  public Truth truthOf(Atom atom) {
    return reading.test(atom);
  }

  private List<Integer> unknownIn(Term term) {
    var unknown = new BitSet();
    term.collectUnknown(reading.truths(), unknown);
    return slots(unknown);
  }

  private List<Integer> slots(BitSet atoms) {
    return atoms.stream().map(atom -> set().atom(atom).slot()).sorted().distinct().boxed().toList();
  }

  private ClauseSet set() {
    return reading.clauses();
  }
}
