package org.breakwater.engine.policy.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.breakwater.engine.policy.PolicyVersion;

/**
 * How one clause differs between two versions.
 *
 * @param kind {@code added}, {@code dropped} or {@code changed}
 * @param parts what differs; of a clause added or dropped, everything
 */
public record ClauseChange(String clause, String title, String kind, List<Part> parts) {
  public ClauseChange {
    parts = List.copyOf(parts);
  }

  /**
   * One part that differs.
   *
   * @param before what is gone, line by line; empty where nothing is
   * @param after what is new
   */
  public record Part(String name, List<String> before, List<String> after) {
    public Part {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** All clauses that differ, sorted by id. */
  public static List<ClauseChange> between(PolicyVersion from, PolicyVersion to, String lang) {
    var ids = new TreeSet<String>();
    from.clauses().forEach(clause -> ids.add(clause.id()));
    to.clauses().forEach(clause -> ids.add(clause.id()));
    var changes = new ArrayList<ClauseChange>();
    for (String id : ids) {
      Map<String, List<String>> before = parts(from, id, lang);
      Map<String, List<String>> after = parts(to, id, lang);
      List<Part> parts = differing(before, after);
      if (parts.isEmpty()) continue;
      changes.add(new ClauseChange(id, title(from, to, id, lang), kind(before, after), parts));
    }
    return changes;
  }

  private static Map<String, List<String>> parts(PolicyVersion version, String id, String lang) {
    return version.clause(id).map(clause -> new ClauseWords(clause, lang).parts()).orElse(Map.of());
  }

  private static String title(PolicyVersion from, PolicyVersion to, String id, String lang) {
    return to.clause(id).or(() -> from.clause(id)).map(clause -> clause.titleIn(lang)).orElse(id);
  }

  private static String kind(Map<String, List<String>> before, Map<String, List<String>> after) {
    if (before.isEmpty()) return "added";
    return after.isEmpty() ? "dropped" : "changed";
  }

  private static List<Part> differing(
      Map<String, List<String>> before, Map<String, List<String>> after) {
    var parts = new ArrayList<Part>();
    for (String name : (after.isEmpty() ? before : after).keySet()) {
      List<String> old = before.getOrDefault(name, List.of());
      List<String> fresh = after.getOrDefault(name, List.of());
      var part = new Part(name, without(old, fresh), without(fresh, old));
      if (!part.before().isEmpty() || !part.after().isEmpty()) parts.add(part);
    }
    return parts;
  }

  private static List<String> without(List<String> lines, List<String> others) {
    return lines.stream().filter(line -> !others.contains(line)).toList();
  }
}
