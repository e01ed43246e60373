package org.breakwater.server.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Stance;
import org.breakwater.engine.policy.text.ConditionWords;
import org.breakwater.server.Json;

/** A policy for the public: both halves, what it prohibits and what it allows. */
public final class PolicyJson {
  private PolicyJson() {}

  public static String text(PolicyVersion version) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("policy", version.name());
    members.put("pack", version.hash());
    members.put("date", version.date().toString());
    members.put("prohibits", clauses(version, List.of(Stance.PROHIBITED)));
    members.put("reviews", clauses(version, List.of(Stance.NEEDS_CONTEXT)));
    members.put(
        "allows",
        clauses(version, List.of(Stance.ALLOWED, Stance.PROTECTED, Stance.ALLOWED_WITH_RESOURCES)));
    return Json.text(members);
  }

  private static List<Object> clauses(PolicyVersion version, List<Stance> stances) {
    List<Object> clauses = new ArrayList<>();
    for (Clause clause : version.clauses())
      if (stances.contains(clause.stance())) clauses.add(members(clause));
    return clauses;
  }

  private static Map<String, Object> members(Clause clause) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", clause.id());
    members.put("title", new TreeMap<>(clause.title()));
    members.put("label", clause.label().word());
    members.put("stance", clause.stance().word());
    members.put("severity", clause.severity());
    members.put("when", ConditionWords.of(clause.when(), "en"));
    members.put("outcome", outcome(clause));
    members.put("actions", clause.actions().stream().map(Action::word).toList());
    if (!clause.right().isEmpty()) members.put("right", clause.right());
    members.put("rationale", clause.rationale());
    members.put("source", clause.source().stream().map(PolicyJson::source).toList());
    return members;
  }

  private static Map<String, String> outcome(Clause clause) {
    Map<String, String> outcome = new LinkedHashMap<>();
    outcome.put("default", clause.outcome().otherwise().word());
    new TreeMap<>(clause.outcome().exceptions())
        .forEach((surface, other) -> outcome.put(surface.word(), other.word()));
    return outcome;
  }

  private static Map<String, String> source(Clause.Source source) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("cite", source.cite());
    members.put("date", source.date().toString());
    members.put("grade", source.grade().name().toLowerCase(Locale.ROOT));
    return members;
  }
}
