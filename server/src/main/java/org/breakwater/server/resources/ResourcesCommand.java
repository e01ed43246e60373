package org.breakwater.server.resources;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code bw resources}: places to get help, and who checked them. */
@Command(
    name = "resources",
    headerHeading =
        """
        Examples:
          bw resources list --state verified
          bw resources show us-human-trafficking-hotline
          bw resources verify ID --method call --shares no --expires 2027-05-01 --note "…"
          bw resources suspend ID --note "another voice answers"
          bw resources check
          bw resources experiment list

        """,
    description = "List the directory of help, say what you found out about a place, check it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class ResourcesCommand {
  private ResourcesCommand() {}

  /** The verb with what is below it. */
  public static CommandLine line() {
    return new CommandLine(new ResourcesCommand())
        .addSubcommand(new ListCommand())
        .addSubcommand(new ShowCommand())
        .addSubcommand(new VerifyCommand())
        .addSubcommand("suspend", new RefuseCommand("suspensions"))
        .addSubcommand("withdraw", new RefuseCommand("withdrawals"))
        .addSubcommand(new CheckCommand())
        .addSubcommand(ExperimentCommand.line());
  }
}
