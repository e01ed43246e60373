package org.breakwater.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.breakwater.engine.policy.PolicyVersion;

/**
 * How one clause differs between two versions.
 *
 * @param kind {@code added}, {@code dropped} or {@code changed}
 * @param parts what differs; of a clause added or dropped, everything
 */
record ClauseChange(String clause, String title, String kind, List<Part> parts) {
  private static final Set<String> SAID_ELSEWHERE = Set.of("id", "when", "holds", "near");
  private static final String INDENT = "    ";

  /**
   * One member that differs.
   *
   * @param before empty where the clause is new
   * @param after empty where the clause is gone
   */
  record Part(String name, String before, String after) {}

  /** All clauses that differ, sorted by id. */
  static List<ClauseChange> between(PolicyVersion from, PolicyVersion to, String lang) {
    var ids = new TreeSet<String>();
    from.clauses().forEach(clause -> ids.add(clause.id()));
    to.clauses().forEach(clause -> ids.add(clause.id()));
    var changes = new ArrayList<ClauseChange>();
    for (String id : ids) {
      Map<String, Object> before = members(from, id, lang);
      Map<String, Object> after = members(to, id, lang);
      List<Part> parts = parts(before, after);
      if (!parts.isEmpty()) changes.add(new ClauseChange(id, title(from, to, id, lang), kind(before, after), parts));
    }
    return changes;
  }

  private static Map<String, Object> members(PolicyVersion version, String id, String lang) {
    return version
        .clause(id)
        .map(clause -> new ClauseText(clause, lang, 0).members())
        .orElse(Map.of());
  }

  private static String title(PolicyVersion from, PolicyVersion to, String id, String lang) {
    return to.clause(id).or(() -> from.clause(id)).map(clause -> clause.titleIn(lang)).orElse(id);
  }

  private static String kind(Map<String, Object> before, Map<String, Object> after) {
    if (before.isEmpty()) return "added";
    return after.isEmpty() ? "dropped" : "changed";
  }

  private static List<Part> parts(Map<String, Object> before, Map<String, Object> after) {
    var parts = new ArrayList<Part>();
    for (String name : (after.isEmpty() ? before : after).keySet()) {
      if (SAID_ELSEWHERE.contains(name)) continue;
      String old = Objects.toString(before.getOrDefault(name, ""));
      String fresh = Objects.toString(after.getOrDefault(name, ""));
      if (!old.equals(fresh)) parts.add(new Part(name, old, fresh));
    }
    return parts;
  }

  /** For people: a line for each part before and after. */
  String print(int columns) {
    var out = new StringBuilder("%s %s — %s%n".formatted(kind, clause, title));
    for (Part part : parts) {
      out.append("  ").append(part.name()).append('\n');
      add(out, "- ", part.before(), columns);
      add(out, "+ ", part.after(), columns);
    }
    return out.append('\n').toString();
  }

  private static void add(StringBuilder out, String sign, String text, int columns) {
    if (text.isEmpty()) return;
    Paragraph.wrapped(sign + text.replace('\n', ' '), columns - INDENT.length())
        .forEach(line -> out.append(INDENT).append(line).append('\n'));
  }
}
