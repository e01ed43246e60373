package org.breakwater.server.audit;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code bw audit}: the verbs of whoever does not trust the server. */
@Command(
    name = "audit",
    headerHeading =
        """
        Examples:
          bw audit verify
          bw audit verify --receipt receipt.json --decision decision.json --key data/log.pub
          bw audit erase --content p1

        """,
    description = "Check the log of decisions, or erase what is kept beside it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand {
  private AuditCommand() {}

  /** The verb with what is below it. */
  public static CommandLine line() {
    return new CommandLine(new AuditCommand())
        .addSubcommand(new AuditVerifyCommand())
        .addSubcommand(new AuditEraseCommand())
        .addSubcommand(new AuditCosignCommand());
  }
}
