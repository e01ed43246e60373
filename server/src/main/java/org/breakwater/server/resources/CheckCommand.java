package org.breakwater.server.resources;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.breakwater.engine.policy.Resource;
import org.breakwater.server.Exit;
import org.breakwater.server.help.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bw resources check}: which verifications hold no longer, or soon will not. */
@Command(
    name = "check",
    headerHeading =
        """
        Examples:
          bw resources check
          bw resources check --days 30

        """,
    description = "Name the verifications that hold no longer, or end within some days.",
    footer =
        """

        Exit: 0 all hold, 2 usage, 3 environment, 4 some do not.""",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "14",
      description = "Also those that end within so many days; default: 14.")
  private int days = 14;

  @Mixin private final DirectoryOptions directory = new DirectoryOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LocalDate soon = DirectoryOptions.today().plusDays(days);
    List<String> faults = new ArrayList<>();
    int holding = 0;
    for (Standing each : directory.standings()) {
      String id = each.entry().id();
      switch (each.state()) {
        case EXPIRED -> faults.add(id + ": its verification has expired");
        case CHANGED -> faults.add(id + ": is not what was verified any more");
        case SUSPENDED -> faults.add(id + ": is suspended");
        case VERIFIED -> {
          holding++;
          each.resource()
              .map(Resource::expiresAt)
              .filter(day -> day.isBefore(soon))
              .ifPresent(day -> faults.add(id + ": expires on " + day));
        }
        case UNVERIFIED, WITHDRAWN -> {}
      }
    }
    faults.forEach(out::println);
    out.printf("%d verified, %d to look at%n", holding, faults.size());
    out.flush();
    return faults.isEmpty() ? Exit.ALL_WELL.code() : Exit.CHECK_SAYS_NO.code();
  }
}
