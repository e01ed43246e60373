package org.breakwater.engine.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.engine.policy.Condition.Atom;
import org.breakwater.engine.policy.Condition.Compare;
import org.breakwater.engine.policy.Condition.Flag;
import org.breakwater.engine.policy.Condition.OneOf;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;

/**
 * Finds the clauses that can hold at all. Each clause is filed under a set of atoms of which at
 * least one must not be false for the clause to be true or unknown; a clause for which there is no
 * such set is always a candidate.
 */
final class CandidateIndex {
  private final int[] atoms;

  /**
   * For each of those atoms, clause and guard in turn: the guard is another atom that must not be
   * false either, or the same once more. With many clauses an atom it spares most evaluations.
   */
  private final int[][] clausesOf;

  private final long[] always;

  private CandidateIndex(int[] atoms, int[][] clausesOf, long[] always) {
    this.atoms = atoms;
    this.clausesOf = clausesOf;
    this.always = always;
  }

  static CandidateIndex of(List<Term> terms, List<Atom> atoms, SignalCatalog catalog) {
    var filed = new TreeMap<Integer, List<Integer>>();
    var filing = new Filing(atoms, catalog, filed);
    var always = new BitSet(terms.size());
    for (int clause = 0; clause < terms.size(); clause++) {
      Need need = filing.need(terms.get(clause));
      if (need.always()) always.set(clause);
      for (int atom : need.atoms().stream().toArray()) {
        List<Integer> entries = filed.computeIfAbsent(atom, _ -> new ArrayList<>());
        entries.add(clause);
        entries.add(filing.guard(terms.get(clause), atom));
      }
    }
    return new CandidateIndex(
        filed.keySet().stream().mapToInt(Integer::intValue).toArray(),
        filed.values().stream().map(CandidateIndex::ints).toArray(int[][]::new),
        Arrays.copyOf(always.toLongArray(), (terms.size() + 63) / 64));
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The candidates as a bit set over clause numbers. */
  long[] candidates(AtomTruths truths) {
    long[] found = always.clone();
    for (int i = 0; i < atoms.length; i++) {
      if (truths.of(atoms[i]) == Truth.FALSE) continue;
      int[] entries = clausesOf[i];
      for (int at = 0; at < entries.length; at += 2) {
        if (truths.of(entries[at + 1]) == Truth.FALSE) continue;
        found[entries[at] >> 6] |= 1L << entries[at];
      }
    }
    return found;
  }

  /**
   * What a term needs to be anything but false.
   *
   * @param always nothing in particular
   * @param atoms one of these
   * @param cost how often one of them is expected not to be false, in no unit
   */
  private record Need(boolean always, BitSet atoms, long cost) {
    static final Need NOTHING = new Need(true, new BitSet(), Long.MAX_VALUE);
    static final Need IMPOSSIBLE = new Need(false, new BitSet(), 0);

    Need or(Need other) {
      if (always || other.always) return NOTHING;
      var union = (BitSet) atoms.clone();
      union.or(other.atoms);
      return new Need(false, union, cost + other.cost);
    }

    Need cheaper(Need other) {
      return other.cost < cost ? other : this;
    }
  }

  /**
   * @param filed clauses filed so far under each atom, so that equals share the work
   */
  private record Filing(
      List<Atom> atoms, SignalCatalog catalog, Map<Integer, List<Integer>> filed) {
    Need need(Term term) {
      return switch (term) {
        case Term.Literal(int atom, boolean negated) -> negated ? Need.NOTHING : needOf(atom);
        case Term.All(var parts) ->
            parts.stream().map(this::need).reduce(Need.NOTHING, Need::cheaper);
        case Term.Any(var parts) ->
            parts.stream().map(this::need).reduce(Need.IMPOSSIBLE, Need::or);
        case Term.Fixed(Truth truth) -> truth == Truth.FALSE ? Need.IMPOSSIBLE : Need.NOTHING;
      };
    }

    /** The rarest other atom without which the term is false; the atom itself if there is none. */
    int guard(Term term, int atom) {
      if (!(term instanceof Term.All(var parts))) return atom;
      int guard = atom;
      for (Term part : parts) {
        if (!(part instanceof Term.Literal(int other, boolean negated))) continue;
        if (negated || other == atom) continue;
        if (guard == atom || commonness(atoms.get(other)) < commonness(atoms.get(guard)))
          guard = other;
      }
      return guard;
    }

    private Need needOf(int atom) {
      var only = new BitSet();
      only.set(atom);
      return new Need(
          false,
          only,
          commonness(atoms.get(atom)) * 1_000_000L + filed.getOrDefault(atom, List.of()).size());
    }

    // An order, not a measurement: words fire seldom, what is often unknown hardly ever excludes.
    private int commonness(Atom atom) {
      Signal signal = catalog.at(atom.slot());
      int byOrigin =
          switch (signal.origin()) {
            case WORDS -> 1;
            case SETTING -> 4;
            case AUTHOR -> 20;
            case MODEL -> 100;
          };
      return switch (atom) {
        case Flag _ -> byOrigin;
        case OneOf(_, var constants) -> byOrigin * constants.size();
        case Compare _ -> byOrigin * 20;
      };
    }
  }
}
