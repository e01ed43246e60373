package org.breakwater.server.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.server.Json;
import org.breakwater.server.access.Role;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.decision.PublicationStep;

/** What was in force from when to when, for the public: roles, no names of persons. */
public final class TimelineJson {
  private TimelineJson() {}

  public static String text(Publishing publishing) {
    Rules rules = publishing.rules();
    Map<String, Object> members = new LinkedHashMap<>();
    // As the timeline says, also where it is not usable here.
    String inForce =
        publishing
            .timeline()
            .inForce()
            .map(Timeline.Period::policy)
            .orElseGet(() -> rules.inForce().version().name());
    members.put("inForce", inForce);
    members.put("versions", versions(rules, inForce));
    members.put(
        "timeline", publishing.timeline().periods().stream().map(TimelineJson::period).toList());
    return Json.text(members);
  }

  private static List<Object> versions(Rules rules, String inForce) {
    List<Object> versions = new ArrayList<>();
    for (String version : rules.versions()) {
      String policy = rules.inForce().version().pack() + "@" + version;
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("policy", policy);
      members.put("inForce", policy.equals(inForce));
      members.put("page", "/v1/policies/" + version);
      versions.add(members);
    }
    return versions;
  }

  private static Map<String, Object> period(Timeline.Period period) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("policy", period.policy());
    members.put("pack", period.pack());
    members.put("from", period.from().toString());
    members.put("until", period.isOver() ? period.until().toString() : Json.NULL);
    members.put("reason", period.begun().reason());
    members.put("proposedBy", role(period.begun()));
    members.put("confirmedBy", period.isByTwo() ? role(period.since()) : Json.NULL);
    return members;
  }

  private static String role(PublicationStep step) {
    return step.person() == null ? "operator" : Role.POLICY_MANAGER.word();
  }
}
