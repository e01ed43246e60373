package org.breakwater.engine.policy.text;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Automation.Licensed;
import org.breakwater.engine.policy.Automation.Triple;

/** Reads {@code automation.yaml}: by version, where evidence allows a machine to act alone. */
final class AutomationFile {
  private static final List<String> KEYS =
      List.of("clause", "language", "surface", "dataset", "n", "errors", "bound", "benign");
  private static final List<String> SHARE_KEYS = List.of("n", "errors", "bound");

  private AutomationFile() {}

  static Licensed read(YamlValue file, String version, Set<String> clauseIds) {
    Set<Triple> triples = new HashSet<>();
    // Without clauses something else is wrong, and every id would be unknown.
    if (clauseIds.isEmpty()) return Licensed.NOTHING;
    Optional<YamlValue> list = file.fields().find(version);
    for (YamlValue item : list.map(YamlValue::list).orElse(List.of())) {
      triple(item, clauseIds).ifPresent(triples::add);
    }
    return new Licensed(triples);
  }

  private static Optional<Triple> triple(YamlValue item, Set<String> clauseIds) {
    YamlFields fields = item.fields(KEYS);
    Optional<String> clause =
        fields
            .need("clause")
            .flatMap(
                value ->
                    value.choice(
                        "clause",
                        List.copyOf(clauseIds),
                        id -> clauseIds.contains(id) ? Optional.of(id) : Optional.empty()));
    Optional<String> language = fields.need("language").flatMap(YamlValue::text);
    Optional<Surface> surface =
        fields
            .need("surface")
            .flatMap(value -> value.choice("surface", Surface.words(), Surface::named));
    checkEvidence(fields);
    if (clause.isEmpty() || language.isEmpty() || surface.isEmpty()) return Optional.empty();
    if (language.get().equals("und")) {
      fields.find("language").ifPresent(each -> each.fault("`und` cannot be licensed", "drop it"));
    }
    return Optional.of(new Triple(clause.get(), language.get(), surface.get()));
  }

  private static void checkEvidence(YamlFields fields) {
    fields.need("dataset").ifPresent(YamlValue::text);
    checkShare(fields);
    fields.find("benign").ifPresent(benign -> checkShare(benign.fields(SHARE_KEYS)));
  }

  private static void checkShare(YamlFields fields) {
    int n = fields.need("n").flatMap(YamlValue::integer).orElse(0);
    Optional<YamlValue> errors = fields.need("errors");
    if (errors.flatMap(YamlValue::integer).orElse(0) > n)
      errors.ifPresent(value -> value.fault("more errors than cases", ""));
    fields.need("bound").ifPresent(YamlValue::number);
  }
}
