package org.breakwater.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.breakwater.engine.policy.Problem;
import org.breakwater.engine.policy.text.Listed;
import org.breakwater.engine.policy.text.Pack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bw policy check}: everything that is wrong with a pack, at once. */
@Command(
    name = "check",
    headerHeading =
        """
        Examples:
          bw policy check
          bw policy check packs/drug-trafficking
          bw policy check --overlay my-overlay

        """,
    description = "Check every version of a pack and name all faults as file:line:column.",
    footer =
        """

        Exit: 0 no faults, 2 usage, 3 environment, 4 faults.""",
    mixinStandardHelpOptions = true)
final class PolicyCheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--json", description = "One JSON object a fault and line.")
  private boolean json;

  @Mixin private PackArgument packArgument = new PackArgument();

  PolicyCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PackOnDisk onDisk = packArgument.pack(terminal);
    Pack pack = onDisk.pack();
    var problems = new TreeSet<Problem>();
    for (String version : versions(pack, problems)) {
      problems.addAll(pack.check(version));
    }
    for (Problem problem : problems) {
      terminal.out().line(json ? Json.line(problem) : Screen.line(onDisk.placed(problem)));
    }
    if (!json && problems.isEmpty()) terminal.out().line(onDisk.folder().name() + ": no faults");
    return (problems.isEmpty() ? Exit.ALL_WELL : Exit.CHECK_SAYS_NO).code();
  }

  private static List<String> versions(Pack pack, Set<Problem> problems) {
    return switch (pack.versions()) {
      case Listed.Accepted accepted -> accepted.versions();
      case Listed.Rejected(var found) -> {
        problems.addAll(found);
        yield List.of();
      }
    };
  }
}
