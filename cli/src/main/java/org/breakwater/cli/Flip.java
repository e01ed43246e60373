package org.breakwater.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.Engine;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.policy.Automation;
import org.breakwater.engine.policy.PolicyVersion;

/** A text whose outcome or label is another under another version, both as if licensed. */
record Flip(ContentEvent event, Decision before, Decision after) {

  /** Those of the texts that flip, in their order. */
  static List<Flip> among(List<ContentEvent> events, PolicyVersion from, PolicyVersion to) {
    Engine before = asIfLicensed(from);
    Engine after = asIfLicensed(to);
    var flips = new ArrayList<Flip>();
    for (ContentEvent event : events) {
      var flip = new Flip(event, decided(before, event), decided(after, event));
      if (flip.changes()) flips.add(flip);
    }
    return flips;
  }

  /** An engine that decides as if evidence licensed every removal. */
  static Engine asIfLicensed(PolicyVersion version) {
    return new Engine(List.of(version.with(new Automation.Assumed())));
  }

  private static Decision decided(Engine engine, ContentEvent event) {
    return engine.decide(event, engine.timeOf(event)).decision();
  }

  private boolean changes() {
    return before.outcome() != after.outcome() || before.label() != after.label();
  }

  /** The flip as JSON has it. */
  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("id", event.id());
    members.put("lang", event.lang());
    members.put("text", event.text());
    members.put("before", before.outcome().word());
    members.put("after", after.outcome().word());
    members.put("labelBefore", before.label().word());
    members.put("labelAfter", after.label().word());
    return members;
  }

  /** What changes, such as {@code allow_with_resources → remove}. */
  String change() {
    String outcomes = before.outcome().word() + " → " + after.outcome().word();
    return before.outcome() != after.outcome()
        ? outcomes
        : "%s → %s (%s)"
            .formatted(before.label().word(), after.label().word(), after.outcome().word());
  }
}
