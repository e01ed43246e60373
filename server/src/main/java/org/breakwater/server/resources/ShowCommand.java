package org.breakwater.server.resources;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.breakwater.server.Exit;
import org.breakwater.server.Json;
import org.breakwater.server.help.HelpJson;
import org.breakwater.server.help.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bw resources show}: one entry, with what was found out last. */
@Command(
    name = "show",
    headerHeading =
        """
        Examples:
          bw resources show us-human-trafficking-hotline

        """,
    description = "Show one entry with its source, its warnings and what was found out last.",
    footer =
        """

        Exit: 0 all well, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The entry, as `list` names it.")
  private String id = "";

  @Option(names = "--json", description = "As one JSON object.")
  private boolean json;

  @Mixin private final DirectoryOptions directory = new DirectoryOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Optional<Standing> found =
        directory.standings().stream().filter(each -> each.entry().id().equals(id)).findFirst();
    if (found.isEmpty())
      throw new ParameterException(
          spec.commandLine(), "no entry `%s`; see `bw resources list`".formatted(id));
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Object> members =
        HelpJson.members(found.get(), found.get().check().stream().toList());
    if (json) out.println(Json.text(members));
    else members.forEach((member, value) -> out.printf("%-21s  %s%n", member, value));
    out.flush();
    return Exit.ALL_WELL.code();
  }
}
