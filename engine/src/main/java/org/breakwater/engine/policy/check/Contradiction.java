package org.breakwater.engine.policy.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Condition.And;
import org.breakwater.engine.policy.Condition.Atom;
import org.breakwater.engine.policy.Condition.Compare;
import org.breakwater.engine.policy.Condition.Constant;
import org.breakwater.engine.policy.Condition.Flag;
import org.breakwater.engine.policy.Condition.Not;
import org.breakwater.engine.policy.Condition.OneOf;
import org.breakwater.engine.policy.Condition.Or;

/**
 * Finds signals that no value can satisfy: tests of one signal that stand side by side in an And
 * and exclude each other. What stands deeper, behind an Or, is judged there.
 */
final class Contradiction {
  private Contradiction() {}

  /** A test and whether it is denied. */
  private record Literal(Atom atom, boolean negated) {
    boolean admits(Object value) {
      boolean holds =
          switch (atom) {
            case Flag _ -> value.equals(true);
            case OneOf(_, var constants) ->
                value instanceof String text && constants.contains(text);
            case Compare(_, var relation, double constant) ->
                value instanceof Double number && relation.test(number, constant);
          };
      return holds != negated;
    }

    /** Values that between them show all this test can tell apart. */
    Stream<Object> values() {
      return switch (atom) {
        case Flag _ -> Stream.of(true, false);
        case OneOf(_, var constants) -> Stream.concat(constants.stream(), Stream.of(""));
        case Compare(_, _, double constant) ->
            Stream.of(Math.nextDown(constant), constant, Math.nextUp(constant));
      };
    }
  }

  /** Slots of signals with tests that exclude each other, in the order in which they stand. */
  static List<Integer> slots(Condition condition) {
    List<Integer> slots = new ArrayList<>();
    collect(condition, slots);
    return slots.stream().distinct().toList();
  }

  private static void collect(Condition condition, List<Integer> slots) {
    switch (condition) {
      case And(var parts) -> {
        impossible(parts).forEach(slots::add);
        parts.forEach(part -> collect(part, slots));
      }
      case Or(var parts) -> parts.forEach(part -> collect(part, slots));
      case Not(Condition part) -> collect(part, slots);
      case Constant _, Atom _ -> {}
    }
  }

  private static Stream<Integer> impossible(List<Condition> parts) {
    Map<Integer, List<Literal>> bySlot = new LinkedHashMap<>();
    for (Condition part : parts) {
      switch (part) {
        case Atom atom -> add(bySlot, new Literal(atom, false));
        case Not(Atom atom) -> add(bySlot, new Literal(atom, true));
        case And _, Or _, Not _, Constant _ -> {}
      }
    }
    return bySlot.entrySet().stream()
        .filter(entry -> !isPossible(entry.getValue()))
        .map(Map.Entry::getKey);
  }

  private static void add(Map<Integer, List<Literal>> bySlot, Literal literal) {
    bySlot.computeIfAbsent(literal.atom().slot(), _ -> new ArrayList<>()).add(literal);
  }

  private static boolean isPossible(List<Literal> literals) {
    return literals.stream()
        .flatMap(Literal::values)
        .anyMatch(value -> literals.stream().allMatch(literal -> literal.admits(value)));
  }
}
