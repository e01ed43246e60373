package org.breakwater.engine.policy.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.engine.policy.Clause;

/** Reads {@code policy/<version>.yaml}: a list of clauses. */
final class ClausesFile {
  private final ConditionCompiler conditions;
  private final Thresholds thresholds;
  private final Set<String> ids = new HashSet<>();

  ClausesFile(ConditionCompiler conditions, Thresholds thresholds) {
    this.conditions = conditions;
    this.thresholds = thresholds;
  }

  /** The clauses without a fault, sorted by id. */
  List<Clause> read(YamlValue file) {
    List<Clause> clauses = new ArrayList<>();
    for (YamlValue item : file.list()) {
      var reader = new ClauseReader(item, conditions, thresholds);
      reader.id().ifPresent(id -> unique(id, item));
      Optional<Clause> clause = reader.read();
      clause.ifPresent(clauses::add);
    }
    clauses.sort(Comparator.comparing(Clause::id));
    return clauses;
  }

  private void unique(String id, YamlValue clause) {
    if (!ids.add(id)) clause.fault("a clause `" + id + "` stands above already", "rename one");
  }

  /** Ids read so far, also those of clauses with faults. */
  Set<String> ids() {
    return Set.copyOf(ids);
  }
}
