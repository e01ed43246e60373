package org.breakwater.cli;

import java.util.List;
import org.breakwater.engine.policy.Automation.Assumed;
import org.breakwater.engine.policy.PolicyVersion;

/** The policy versions a verb decides under; at least one. */
record Policies(List<PolicyVersion> versions) {
  Policies {
    versions = List.copyOf(versions);
  }

  /** Whether removals are decided as if evidence licensed them all. */
  boolean assumeLicensed() {
    return versions.stream().anyMatch(version -> version.automation() instanceof Assumed);
  }

  /** Names such as {@code human-exploitation@2021-11}. */
  List<String> names() {
    return versions.stream().map(PolicyVersion::name).toList();
  }
}
