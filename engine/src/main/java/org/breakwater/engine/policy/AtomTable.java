package org.breakwater.engine.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.policy.Condition.And;
import org.breakwater.engine.policy.Condition.Atom;
import org.breakwater.engine.policy.Condition.Constant;
import org.breakwater.engine.policy.Condition.Not;
import org.breakwater.engine.policy.Condition.Or;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;

/** Numbers the distinct atoms of many conditions and turns the conditions into terms over them. */
final class AtomTable {
  private static final Comparator<Weighed> CHEAPEST_FIRST = Comparator.comparing(Weighed::cost);

  private final SignalCatalog catalog;
  private final Map<Atom, Integer> numbers = new LinkedHashMap<>();

  AtomTable(SignalCatalog catalog) {
    this.catalog = catalog;
  }

  /** The atoms so far, by number. */
  List<Atom> atoms() {
    return List.copyOf(numbers.keySet());
  }

  Term term(Condition condition) {
    return weigh(condition, false).term();
  }

  /** A term and the dearest signal it can ask for. */
  private record Weighed(Term term, Signal.Cost cost) {}

  private Weighed weigh(Condition condition, boolean negated) {
    return switch (condition) {
      case And(var parts) -> join(parts, negated, !negated);
      case Or(var parts) -> join(parts, negated, negated);
      case Not(var part) -> weigh(part, !negated);
      case Constant(boolean value) ->
          new Weighed(new Term.Fixed(Truth.of(value != negated)), Signal.Cost.EVENT);
      case Atom atom -> new Weighed(literal(atom, negated), catalog.at(atom.slot()).cost());
    };
  }

  private Term literal(Atom atom, boolean negated) {
    return new Term.Literal(numbers.computeIfAbsent(atom, _ -> numbers.size()), negated);
  }

  // Cheap parts first: a model or a history is asked only when nothing cheaper settles the value.
  private Weighed join(List<Condition> conditions, boolean negated, boolean all) {
    List<Weighed> parts = new ArrayList<>();
    for (Condition condition : conditions) parts.add(weigh(condition, negated));
    parts.sort(CHEAPEST_FIRST);
    List<Term> terms = parts.stream().map(Weighed::term).toList();
    Signal.Cost cost = parts.isEmpty() ? Signal.Cost.EVENT : parts.getLast().cost();
    return new Weighed(all ? new Term.All(terms) : new Term.Any(terms), cost);
  }
}
