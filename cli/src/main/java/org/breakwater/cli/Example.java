package org.breakwater.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.PolicyVersion;

/**
 * A short text a clause gives as its example.
 *
 * @param holds whether the clause must hold for it, or must not
 */
record Example(String clause, boolean holds, String lang, String text) {

  /** All examples of a version, by clause and language. */
  static List<Example> of(PolicyVersion version) {
    var examples = new ArrayList<Example>();
    for (Clause clause : version.clauses()) {
      add(examples, clause, true, clause.examples().holds());
      add(examples, clause, false, clause.examples().near());
    }
    return examples;
  }

  private static void add(
      List<Example> examples, Clause clause, boolean holds, Map<String, List<String>> texts) {
    new TreeMap<>(texts)
        .forEach(
            (lang, list) ->
                list.forEach(text -> examples.add(new Example(clause.id(), holds, lang, text))));
  }

  /** The example as somebody's post. */
  ContentEvent event() {
    return ContentEvent.of(clause, text, Surface.POST, lang);
  }

  /** What the clause calls it: {@code holds} or {@code near}. */
  String kind() {
    return holds ? "holds" : "near";
  }
}
