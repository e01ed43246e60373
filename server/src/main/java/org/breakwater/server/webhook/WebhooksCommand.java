package org.breakwater.server.webhook;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code bw webhooks}: what an operator does about webhooks, beside a server that runs. */
@Command(
    name = "webhooks",
    headerHeading =
        """
        Examples:
          bw webhooks add https://example.org/hooks --scheme hmac,ed25519
          bw webhooks list
          bw webhooks test 6f1c…
          bw webhooks dead
          bw webhooks replay --from 2026-12-01T00:00:00Z --to 2026-12-02T00:00:00Z

        """,
    description = {
      "See to the endpoints that are told what to do, and to what did not arrive there.",
      "Works on the database; a server that runs takes each change up within a second."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class WebhooksCommand {
  private WebhooksCommand() {}

  /** The verb with what is below it. */
  public static CommandLine line() {
    return new CommandLine(new WebhooksCommand())
        .addSubcommand(new ListCommand())
        .addSubcommand(new AddCommand())
        .addSubcommand(new RotateCommand())
        .addSubcommand(new SwitchCommand.Disable())
        .addSubcommand(new SwitchCommand.Enable())
        .addSubcommand(new SwitchCommand.Remove())
        .addSubcommand(new LogCommand())
        .addSubcommand(new DeadCommand())
        .addSubcommand(new ReplayCommand())
        .addSubcommand(new TestCommand());
  }
}
