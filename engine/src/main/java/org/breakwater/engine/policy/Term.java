package org.breakwater.engine.policy;

import java.util.BitSet;
import java.util.List;
import org.breakwater.engine.signal.Truth;

/**
 * A condition in negation normal form over numbered atoms: negations stand at atoms only, so that
 * "un-negated" can be read off an atom.
 */
sealed interface Term {
  /** Kleene value; stops at the first part that settles it. */
  Truth value(AtomTruths truths);

  /** Adds the un-negated atoms that are true in the parts that make this true. */
  void collectSupport(AtomTruths truths, BitSet support);

  /** Adds the atoms whose absence keeps this unknown; nothing when it is not unknown. */
  void collectUnknown(AtomTruths truths, BitSet unknown);

  /** Adds the atoms that are tested without negation. */
  void collectPositive(BitSet positive);

  /** An atom or its negation. */
  record Literal(int atom, boolean negated) implements Term {
    @Override
    public Truth value(AtomTruths truths) {
      Truth truth = truths.of(atom);
      return negated ? truth.not() : truth;
    }

    @Override
    public void collectSupport(AtomTruths truths, BitSet support) {
      if (!negated && truths.of(atom) == Truth.TRUE) support.set(atom);
    }

    @Override
    public void collectUnknown(AtomTruths truths, BitSet unknown) {
      if (truths.of(atom) == Truth.UNKNOWN) unknown.set(atom);
    }

    @Override
    public void collectPositive(BitSet positive) {
      if (!negated) positive.set(atom);
    }
  }

  /** True when all parts are. */
  record All(List<Term> parts) implements Term {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Truth value(AtomTruths truths) {
      Truth value = Truth.TRUE;
      for (int i = 0; i < parts.size() && value != Truth.FALSE; i++) {
        value = value.and(parts.get(i).value(truths));
      }
      return value;
    }

    @Override
    public void collectSupport(AtomTruths truths, BitSet support) {
      if (value(truths) == Truth.TRUE) parts.forEach(part -> part.collectSupport(truths, support));
    }

    @Override
    public void collectUnknown(AtomTruths truths, BitSet unknown) {
      if (value(truths) == Truth.UNKNOWN) {
        parts.forEach(part -> part.collectUnknown(truths, unknown));
      }
    }

    @Override
    public void collectPositive(BitSet positive) {
      parts.forEach(part -> part.collectPositive(positive));
    }
  }

  /** True when any part is. */
  record Any(List<Term> parts) implements Term {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Truth value(AtomTruths truths) {
      Truth value = Truth.FALSE;
      for (int i = 0; i < parts.size() && value != Truth.TRUE; i++) {
        value = value.or(parts.get(i).value(truths));
      }
      return value;
    }

    @Override
    public void collectSupport(AtomTruths truths, BitSet support) {
      parts.forEach(part -> part.collectSupport(truths, support));
    }

    @Override
    public void collectUnknown(AtomTruths truths, BitSet unknown) {
      if (value(truths) == Truth.UNKNOWN) {
        parts.forEach(part -> part.collectUnknown(truths, unknown));
      }
    }

    @Override
    public void collectPositive(BitSet positive) {
      parts.forEach(part -> part.collectPositive(positive));
    }
  }

  /** A constant. */
  record Fixed(Truth truth) implements Term {
    @Override
    public Truth value(AtomTruths truths) {
      return truth;
    }

    @Override
    public void collectSupport(AtomTruths truths, BitSet support) {}

    @Override
    public void collectUnknown(AtomTruths truths, BitSet unknown) {}

    @Override
    public void collectPositive(BitSet positive) {}
  }
}
