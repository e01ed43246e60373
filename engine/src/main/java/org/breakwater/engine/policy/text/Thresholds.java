package org.breakwater.engine.policy.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Condition.And;
import org.breakwater.engine.policy.Condition.Atom;
import org.breakwater.engine.policy.Condition.Compare;
import org.breakwater.engine.policy.Condition.Constant;
import org.breakwater.engine.policy.Condition.Not;
import org.breakwater.engine.policy.Condition.Or;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;

/**
 * An operator's constants: {@code thresholds.yaml} of an overlay maps clause ids to signals to the
 * number that replaces the constant in the clause's comparisons of that signal.
 */
final class Thresholds {
  private final Map<String, Map<Integer, Threshold>> byClause = new TreeMap<>();

  private static final class Threshold {
    final YamlValue place;
    final double constant;
    boolean used;

    Threshold(YamlValue place, double constant) {
      this.place = place;
      this.constant = constant;
    }
  }

  static Thresholds none() {
    return new Thresholds();
  }

  static Thresholds read(YamlValue file) {
    var thresholds = new Thresholds();
    YamlFields clauses = file.fields();
    clauses
        .values()
        .forEach(
            (clause, signals) ->
                signals
                    .fields()
                    .values()
                    .forEach((name, value) -> thresholds.add(clause, name, value)));
    return thresholds;
  }

  private void add(String clause, String name, YamlValue value) {
    Optional<Integer> slot = SignalCatalog.STANDARD.find(name);
    Optional<Double> constant = value.number();
    if (slot.isEmpty()) {
      List<String> known = SignalCatalog.STANDARD.all().stream().map(Signal::name).toList();
      value.fault("unknown signal `" + name + "`", Nearest.helpForDotted(name, known));
    } else if (constant.isPresent()) {
      byClause
          .computeIfAbsent(clause, _ -> new HashMap<>())
          .put(slot.get(), new Threshold(value, constant.get()));
    }
  }

  /** The condition of a clause with the operator's constants in it. */
  Condition applied(String clause, Condition condition) {
    Map<Integer, Threshold> constants = byClause.getOrDefault(clause, Map.of());
    return constants.isEmpty() ? condition : applied(constants, condition);
  }

  private static Condition applied(Map<Integer, Threshold> constants, Condition condition) {
    return switch (condition) {
      case And(var parts) -> new And(applied(constants, parts));
      case Or(var parts) -> new Or(applied(constants, parts));
      case Not(Condition part) -> new Not(applied(constants, part));
      case Compare compare -> replaced(constants, compare);
      case Constant _, Atom _ -> condition;
    };
  }

  private static List<Condition> applied(Map<Integer, Threshold> constants, List<Condition> parts) {
    return parts.stream().map(part -> applied(constants, part)).toList();
  }

  private static Condition replaced(Map<Integer, Threshold> constants, Compare compare) {
    Threshold threshold = constants.get(compare.slot());
    if (threshold == null) return compare;
    threshold.used = true;
    return new Compare(compare.slot(), compare.relation(), threshold.constant);
  }

  /** Records what was meant for a clause or a comparison that is not there. */
  void reportUnused(Set<String> clauseIds) {
    // Without clauses something else is wrong, and every id would be unknown.
    if (clauseIds.isEmpty()) return;
    byClause.forEach(
        (clause, constants) ->
            constants.forEach(
                (slot, threshold) -> {
                  if (!clauseIds.contains(clause))
                    threshold.place.fault(
                        "unknown clause `" + clause + "`", Nearest.help(clause, clauseIds));
                  else if (!threshold.used)
                    threshold.place.fault(
                        "the clause `%s` does not compare `%s`"
                            .formatted(clause, SignalCatalog.STANDARD.at(slot).name()),
                        "");
                }));
  }
}
