package org.breakwater.measure.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breakwater.engine.policy.Outcome;

/** The outcomes that are right, of which any will do. */
public sealed interface Expected {
  /**
   * The outcomes that are right under a version, from weakest to strongest; empty where the case
   * says nothing about it.
   *
   * @param version the version's name within its pack, such as {@code 2021-11}
   */
  List<Outcome> in(String version);

  /** The same under every version. */
  record Everywhere(List<Outcome> outcomes) implements Expected {
    public Everywhere {
      outcomes = outcomes.stream().sorted().distinct().toList();
    }

    @Override
    public List<Outcome> in(String version) {
      return outcomes;
    }
  }

  /** Different ones by version. */
  record ByVersion(SortedMap<String, List<Outcome>> outcomes) implements Expected {
    public ByVersion {
      var sorted = new TreeMap<String, List<Outcome>>();
      outcomes.forEach(
          (version, any) -> sorted.put(version, any.stream().sorted().distinct().toList()));
      outcomes = Collections.unmodifiableSortedMap(sorted);
    }

    @Override
    public List<Outcome> in(String version) {
      return outcomes.getOrDefault(version, List.of());
    }
  }

  /** Reads an outcome, an array of them, or an object of either by version. */
  static Optional<Expected> of(Object value, CaseMembers members) {
    if (!(value instanceof Map<?, ?> versions)) {
      List<Outcome> outcomes = outcomes("expected", value, members);
      return outcomes.isEmpty() ? Optional.empty() : Optional.of(new Everywhere(outcomes));
    }
    var byVersion = new TreeMap<String, List<Outcome>>();
    versions.forEach(
        (version, outcomes) ->
            byVersion.put(version.toString(), outcomes("expected." + version, outcomes, members)));
    if (byVersion.isEmpty()) members.fault("expected", "names no version");
    boolean complete = byVersion.values().stream().noneMatch(List::isEmpty);
    return byVersion.isEmpty() || !complete
        ? Optional.empty()
        : Optional.of(new ByVersion(byVersion));
  }

  private static List<Outcome> outcomes(String path, Object value, CaseMembers members) {
    List<?> words = value instanceof List<?> list ? list : List.of(value);
    if (words.isEmpty()) members.fault(path, "names no outcome");
    List<Outcome> outcomes = new ArrayList<>();
    for (Object word : words) {
      Optional<Outcome> outcome = Outcome.named(word.toString());
      if (outcome.isEmpty())
        members.fault(
            path, "`%s` is none of %s".formatted(word, String.join(", ", Outcome.words())));
      outcome.ifPresent(outcomes::add);
    }
    return outcomes.size() == words.size() ? outcomes : List.of();
  }
}
