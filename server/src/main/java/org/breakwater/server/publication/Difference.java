package org.breakwater.server.publication;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.text.ClauseChange;

/**
 * What changes when a version is put in force in the place of another.
 *
 * @param clauses those that differ, in words
 * @param otherParts what differs besides: lexicon, resources, automation
 */
public record Difference(List<ClauseChange> clauses, List<String> otherParts) {
  public Difference {
    clauses = List.copyOf(clauses);
    otherParts = List.copyOf(otherParts);
  }

  static Difference between(PolicyVersion now, PolicyVersion next) {
    List<String> others = new ArrayList<>();
    if (!now.lexicon().equals(next.lexicon())) others.add("lexicon");
    if (!now.resources().equals(next.resources())) others.add("resources");
    if (!now.automation().equals(next.automation())) others.add("automation");
    return new Difference(ClauseChange.between(now, next, "en"), others);
  }
}
