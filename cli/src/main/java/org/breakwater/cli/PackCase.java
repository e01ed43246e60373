package org.breakwater.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.engine.content.ContentEvent;

/**
 * One of a pack's cases: an event, and what must come of it.
 *
 * @param functionality what the case tests, such as {@code offer.coded}
 * @param expected outcomes by version, any of which is right; under the empty name those for all
 *     other versions
 */
record PackCase(ContentEvent event, String functionality, Map<String, List<String>> expected) {
  private static final String FOLDER = "cases";

  /**
   * All cases of a pack, in the order of its files.
   *
   * @throws EnvironmentFault if a line is no case, naming every one
   */
  static List<PackCase> of(PackFolder pack) {
    var cases = new ArrayList<PackCase>();
    var faults = new ArrayList<String>();
    for (Line.Whole line : pack.lines(FOLDER)) {
      switch (EventJson.read(line.bytes())) {
        case EventJson.Read.Accepted(var event, _, var extras) -> cases.add(of(event, extras));
        case EventJson.Read.Rejected(var found) ->
            found.forEach(fault -> faults.add(line.place() + ": " + fault));
      }
    }
    if (!faults.isEmpty()) throw new EnvironmentFault(String.join("\n", faults));
    return cases;
  }

  private static PackCase of(ContentEvent event, Map<String, Object> extras) {
    String functionality = String.valueOf(extras.getOrDefault("functionality", ""));
    return new PackCase(event, functionality, expected(extras.getOrDefault("expected", List.of())));
  }

  private static Map<String, List<String>> expected(Object stated) {
    if (!(stated instanceof Map<?, ?> byVersion)) return Map.of("", words(stated));
    var expected = new java.util.TreeMap<String, List<String>>();
    byVersion.forEach((version, outcomes) -> expected.put(version.toString(), words(outcomes)));
    return expected;
  }

  private static List<String> words(Object stated) {
    return stated instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of(stated.toString());
  }

  /** Outcomes that are right under a version; empty when the case does not say. */
  List<String> expectedUnder(String version) {
    return expected.getOrDefault(version, expected.getOrDefault("", List.of()));
  }
}
