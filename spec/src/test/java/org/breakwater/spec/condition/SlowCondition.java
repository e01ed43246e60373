package org.breakwater.spec.condition;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Condition.And;
import org.breakwater.engine.policy.Condition.Atom;
import org.breakwater.engine.policy.Condition.Compare;
import org.breakwater.engine.policy.Condition.Constant;
import org.breakwater.engine.policy.Condition.Flag;
import org.breakwater.engine.policy.Condition.Not;
import org.breakwater.engine.policy.Condition.OneOf;
import org.breakwater.engine.policy.Condition.Or;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.Signal.Origin;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;

/** Kleene's logic word for word: every part is looked at, nothing is shared, nothing skipped. */
record SlowCondition(Observation observation) {
  Truth value(Condition condition) {
    return switch (condition) {
      case And(var parts) -> {
        List<Truth> values = parts.stream().map(this::value).toList();
        if (values.contains(Truth.FALSE)) yield Truth.FALSE;
        yield values.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.TRUE;
      }
      case Or(var parts) -> {
        List<Truth> values = parts.stream().map(this::value).toList();
        if (values.contains(Truth.TRUE)) yield Truth.TRUE;
        yield values.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.FALSE;
      }
      case Not(Condition part) -> {
        Truth value = value(part);
        if (value == Truth.UNKNOWN) yield Truth.UNKNOWN;
        yield value == Truth.TRUE ? Truth.FALSE : Truth.TRUE;
      }
      case Constant(boolean value) -> value ? Truth.TRUE : Truth.FALSE;
      case Atom atom -> test(atom);
    };
  }

  private Truth test(Atom atom) {
    return switch (atom) {
      case Flag(int slot) -> observation.flag(slot);
      case OneOf(int slot, var constants) -> {
        String text = observation.text(slot);
        if (text == null) yield Truth.UNKNOWN;
        yield constants.stream().anyMatch(text::equals) ? Truth.TRUE : Truth.FALSE;
      }
      case Compare(int slot, var relation, double constant) -> {
        double number = observation.number(slot);
        if (Double.isNaN(number)) yield Truth.UNKNOWN;
        boolean holds =
            switch (relation) {
              case LESS -> number < constant;
              case AT_MOST -> number < constant || number == constant;
              case MORE -> constant < number;
              case AT_LEAST -> constant < number || number == constant;
              case EQUAL -> number == constant;
            };
        yield holds ? Truth.TRUE : Truth.FALSE;
      }
    };
  }

  /**
   * Slots of un-negated tests in the parts that make this what is asked for.
   *
   * @param wanted true for a condition that must be true, false for a denied one
   */
  Set<Integer> evidence(Condition condition, boolean wanted) {
    if (value(condition) != Truth.of(wanted)) return Set.of();
    return switch (condition) {
      case And(var parts) -> union(parts, part -> evidence(part, wanted));
      case Or(var parts) -> union(parts, part -> evidence(part, wanted));
      case Not(Condition part) -> evidence(part, !wanted);
      case Constant _ -> Set.of();
      case Atom atom -> wanted ? Set.of(atom.slot()) : Set.of();
    };
  }

  /** Slots of unknown tests in the parts that are unknown. */
  Set<Integer> unknown(Condition condition) {
    if (value(condition) != Truth.UNKNOWN) return Set.of();
    return switch (condition) {
      case And(var parts) -> union(parts, this::unknown);
      case Or(var parts) -> union(parts, this::unknown);
      case Not(Condition part) -> unknown(part);
      case Constant _ -> Set.of();
      case Atom atom -> Set.of(atom.slot());
    };
  }

  private static Set<Integer> union(
      List<Condition> parts, Function<Condition, Set<Integer>> slots) {
    return parts.stream().map(slots).flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** The same condition with every unknown test set to true. */
  Condition knowingUnknowns(Condition condition) {
    return switch (condition) {
      case And(var parts) -> new And(parts.stream().map(this::knowingUnknowns).toList());
      case Or(var parts) -> new Or(parts.stream().map(this::knowingUnknowns).toList());
      case Not(Condition part) -> new Not(knowingUnknowns(part));
      case Constant constant -> constant;
      case Atom atom -> test(atom) == Truth.UNKNOWN ? new Constant(true) : atom;
    };
  }

  /** Whether a test of the words themselves, under an even number of negations, is true. */
  boolean wordsSpeak(Condition condition, boolean negated) {
    return switch (condition) {
      case And(var parts) -> parts.stream().anyMatch(part -> wordsSpeak(part, negated));
      case Or(var parts) -> parts.stream().anyMatch(part -> wordsSpeak(part, negated));
      case Not(Condition part) -> wordsSpeak(part, !negated);
      case Constant _ -> false;
      case Atom atom ->
          !negated
              && test(atom) == Truth.TRUE
              && SignalCatalog.STANDARD.at(atom.slot()).origin() == Origin.WORDS;
    };
  }
}
