package org.breakwater.server.resources;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bw resources suspend} and {@code withdraw}: a place is not to be shown. */
@Command(
    headerHeading =
        """
        Examples:
          bw resources suspend ID --note "another voice answers"
          bw resources withdraw ID --note "I had called another number"

        """,
    description = {
      "Say that a place is not to be shown, at once, until somebody verifies it again.",
      "`suspend`: something is wrong with it. `withdraw`: its verification was a mistake."
    },
    footer =
        """

        Exit: 0 entered, 1 refused, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true)
final class RefuseCommand implements Callable<Integer> {
  private final String what;

  @Parameters(paramLabel = "ID", description = "The entry, as `list` names it.")
  private String id = "";

  @Option(names = "--note", paramLabel = "TEXT", required = true, description = "Why.")
  private String note = "";

  @Mixin private final ServerOptions server = new ServerOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * @param what the last part of the route that enters it
   */
  RefuseCommand(String what) {
    this.what = what;
  }

  @Override
  public Integer call() {
    return Answered.print(server.enter(id, what, Map.of("note", note)), spec.commandLine());
  }
}
