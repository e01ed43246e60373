package org.breakwater.cli;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.policy.Automation;
import org.breakwater.engine.policy.PolicyVersion;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which policy versions a verb decides under. */
final class PolicyOptions {
  @Option(
      names = "--policy",
      paramLabel = "[NAME@]VERSION",
      description = "A policy version; may be repeated; default: the pack's default.")
  private List<String> versions = List.of();

  @Option(
      names = "--assume-licensed",
      description = "Decide as if evidence licensed every removal; for study, not for service.")
  private boolean assumeLicensed;

  @Mixin private PackOptions packOptions = new PackOptions();

  /**
   * Loads them.
   *
   * @throws EnvironmentFault if a pack is not there or has faults, naming all of them
   */
  Policies load(Terminal terminal) {
    if (assumeLicensed) {
      terminal.err().println("bw: deciding as if every removal were licensed (--assume-licensed)");
    }
    PackOnDisk pack = packOptions.pack(terminal);
    var loaded = new ArrayList<PolicyVersion>();
    for (String version : versions.isEmpty() ? List.of("") : versions) {
      loaded.add(licensed(pack.pinned(version)));
    }
    return new Policies(loaded);
  }

  private PolicyVersion licensed(PolicyVersion version) {
    return assumeLicensed ? version.with(new Automation.Assumed()) : version;
  }
}
