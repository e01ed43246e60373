package org.breakwater.engine.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.breakwater.engine.decision.Opinion.Test;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Condition.And;
import org.breakwater.engine.policy.Condition.Atom;
import org.breakwater.engine.policy.Condition.Compare;
import org.breakwater.engine.policy.Condition.Constant;
import org.breakwater.engine.policy.Condition.Flag;
import org.breakwater.engine.policy.Condition.Not;
import org.breakwater.engine.policy.Condition.OneOf;
import org.breakwater.engine.policy.Condition.Or;
import org.breakwater.engine.policy.Reading;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;
import org.breakwater.engine.text.Span;

/** Shows why conditions have the value they have; walks their trees, also those never evaluated. */
record Grounds(Reading reading, Observation observation) {

  Truth truth(Condition condition) {
    return switch (condition) {
      case And(var parts) -> parts.stream().map(this::truth).reduce(Truth.TRUE, Truth::and);
      case Or(var parts) -> parts.stream().map(this::truth).reduce(Truth.FALSE, Truth::or);
      case Not(var part) -> truth(part).not();
      case Constant(boolean value) -> Truth.of(value);
      case Atom atom -> reading.test(atom);
    };
  }

  /** Every test in the condition once, in the order of its text. */
  List<Test> tests(Condition condition) {
    Set<Atom> atoms = new LinkedHashSet<>();
    collect(condition, atoms);
    return atoms.stream().map(this::test).toList();
  }

  private static void collect(Condition condition, Set<Atom> atoms) {
    switch (condition) {
      case And(var parts) -> parts.forEach(part -> collect(part, atoms));
      case Or(var parts) -> parts.forEach(part -> collect(part, atoms));
      case Not(var part) -> collect(part, atoms);
      case Constant _ -> {}
      case Atom atom -> atoms.add(atom);
    }
  }

  private Test test(Atom atom) {
    Truth truth = reading.test(atom);
    String signal = SignalCatalog.STANDARD.at(atom.slot()).name();
    var seen = truth == Truth.TRUE ? observation.evidence(atom.slot()) : List.<Span>of();
    return new Test(signal, words(atom), truth, seen);
  }

  /** The tests that give the condition the value it has, such as {@code price.present is false}. */
  List<String> because(Condition condition) {
    Set<String> grounds = new LinkedHashSet<>();
    collectGrounds(condition, truth(condition), grounds);
    return new ArrayList<>(grounds);
  }

  private void collectGrounds(Condition condition, Truth value, Set<String> grounds) {
    switch (condition) {
      case And(var parts) -> partsWith(value, parts, grounds);
      case Or(var parts)
          when value == Truth.FALSE && parts.stream().allMatch(Atom.class::isInstance) ->
          grounds.add("none of " + quoted(parts) + " is true");
      case Or(var parts) -> partsWith(value, parts, grounds);
      case Not(var part) -> collectGrounds(part, value.not(), grounds);
      case Constant(boolean fixed) -> grounds.add("it is always " + fixed);
      case Atom atom -> grounds.add("`" + words(atom) + "` is " + Opinion.word(value));
    }
  }

  private static String quoted(List<Condition> atoms) {
    return atoms.stream()
        .map(atom -> "`" + words((Atom) atom) + "`")
        .collect(Collectors.joining(", "));
  }

  private void partsWith(Truth value, List<Condition> parts, Set<String> grounds) {
    parts.stream()
        .filter(part -> truth(part) == value)
        .forEach(part -> collectGrounds(part, value, grounds));
  }

  private static String words(Atom atom) {
    String signal = SignalCatalog.STANDARD.at(atom.slot()).name();
    return switch (atom) {
      case Flag _ -> signal;
      case Compare(_, var relation, double constant) ->
          signal + " " + relation.sign() + " " + constant;
      case OneOf(_, var constants) when constants.size() == 1 ->
          signal + " == " + constants.getFirst();
      case OneOf(_, var constants) -> signal + " in " + constants;
    };
  }
}
