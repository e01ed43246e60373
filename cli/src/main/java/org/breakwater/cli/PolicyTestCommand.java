package org.breakwater.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.measure.cases.PolicyCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bw policy test}: every example and case of a policy, expected against got. */
@Command(
    name = "test",
    headerHeading =
        """
        Examples:
          bw policy test
          bw policy test packs/human-exploitation --policy 2022-12 --failures

        """,
    description = "Run each clause's examples and the pack's cases, as if licensed.",
    footer =
        """

        Exit: 0 all well, 2 usage, 3 environment, 4 an example failed, or a case that must never be
        removed was. How many other cases are right is measured: see bw evaluate.""",
    mixinStandardHelpOptions = true)
final class PolicyTestCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--policy",
      paramLabel = "[NAME@]VERSION",
      description = "The version; default: every version of the pack.")
  private String version = "";

  @Option(names = "--failures", description = "List what failed, with what was got.")
  private boolean failures;

  @Option(names = "--json", description = "One JSON object a version and line.")
  private boolean json;

  @Mixin private PackArgument packArgument = new PackArgument();

  PolicyTestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.err().println("bw: deciding as if every removal were licensed");
    PackOnDisk pack = packArgument.pack(terminal);
    List<String> versions = version.isEmpty() ? pack.versions() : List.of(version);
    List<PolicyCase> cases = new PackCases(pack.folder()).policy();
    boolean right = true;
    for (String name : versions) {
      PolicyVersion policy = pack.asWritten(name);
      var trial = Trial.of(policy, cases);
      right &= trial.isSound();
      print(policy, trial);
    }
    return (right ? Exit.ALL_WELL : Exit.CHECK_SAYS_NO).code();
  }

  private void print(PolicyVersion policy, Trial trial) {
    if (json) {
      terminal.out().line(Json.line(trial.members(policy.name())));
      return;
    }
    terminal.out().line(policy.name() + "\n");
    terminal.out().text(trial.table().print(terminal.columns()));
    if (failures) trial.failures().forEach(failure -> terminal.out().line(failure.toString()));
    terminal.out().line("");
  }
}
