package org.breakwater.server.resources;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.breakwater.engine.policy.Resource;
import org.breakwater.server.Exit;
import org.breakwater.server.Json;
import org.breakwater.server.help.HelpJson;
import org.breakwater.server.help.Standing;
import org.breakwater.server.help.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bw resources list}: each entry and where it stands. */
@Command(
    name = "list",
    headerHeading =
        """
        Examples:
          bw resources list
          bw resources list --country MX --state unverified
          bw resources list --overlay examples/help --json

        """,
    description = "List the entries of the directory and where each stands today.",
    footer =
        """

        Exit: 0 all well, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those: ${COMPLETION-CANDIDATES}.")
  private List<State> states = new ArrayList<>();

  @Option(
      names = "--country",
      paramLabel = "CC",
      description = "Only those of this country, by its two letters.")
  private String country = "";

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Mixin private final DirectoryOptions directory = new DirectoryOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Standing> all = directory.standings();
    for (Standing each : all) if (isMeant(each)) out.println(line(each));
    if (!json) {
      long shown = all.stream().filter(each -> each.resource().isPresent()).count();
      out.printf("%d entries, %d verified, the others are not shown%n", all.size(), shown);
    }
    out.flush();
    return Exit.ALL_WELL.code();
  }

  private boolean isMeant(Standing each) {
    boolean there = country.isEmpty() || each.entry().regions().contains(country);
    return there && (states.isEmpty() || states.contains(each.state()));
  }

  private String line(Standing each) {
    if (json) return Json.text(HelpJson.members(each, each.check().stream().toList()));
    List<String> regions = each.entry().regions();
    String where =
        regions.isEmpty() ? "all" : regions.size() > 2 ? "many" : String.join(",", regions);
    String until = each.resource().map(Resource::expiresAt).map(day -> " until " + day).orElse("");
    return "%-10s  %-5s  %-15s  %-42s  %s%s"
        .formatted(
            each.state().word(),
            where,
            each.entry().operator(),
            each.entry().id(),
            each.entry().name(),
            until);
  }
}
