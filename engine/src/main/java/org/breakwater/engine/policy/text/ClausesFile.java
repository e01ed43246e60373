package org.breakwater.engine.policy.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.check.Remark;

/** Reads {@code policy/<version>.yaml}: a list of clauses. */
final class ClausesFile {
  private final ConditionCompiler conditions;
  private final Thresholds thresholds;
  private final Map<String, YamlFields> fields = new HashMap<>();

  ClausesFile(ConditionCompiler conditions, Thresholds thresholds) {
    this.conditions = conditions;
    this.thresholds = thresholds;
  }

  /** The clauses without a fault, sorted by id. */
  List<Clause> read(YamlValue file) {
    List<Clause> clauses = new ArrayList<>();
    for (YamlValue item : file.list()) {
      var reader = new ClauseReader(item, conditions, thresholds);
      reader.id().ifPresent(id -> unique(id, reader.fields()));
      Optional<Clause> clause = reader.read();
      clause.ifPresent(clauses::add);
    }
    clauses.sort(Comparator.comparing(Clause::id));
    return clauses;
  }

  private void unique(String id, YamlFields clause) {
    if (fields.putIfAbsent(id, clause) != null)
      clause.owner().fault("a clause `" + id + "` stands above already", "rename one");
  }

  /** Ids read so far, also those of clauses with faults. */
  Set<String> ids() {
    return Set.copyOf(fields.keySet());
  }

  /** Records what is wrong with clauses read before where it stands. */
  void report(List<Remark> remarks) {
    for (Remark remark : remarks) {
      Optional.ofNullable(fields.get(remark.clause()))
          .map(clause -> clause.find(remark.part()).orElse(clause.owner()))
          .ifPresent(place -> place.fault(remark.message(), remark.help()));
    }
  }
}
