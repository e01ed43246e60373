package org.breakwater.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code bw cases}: what a person who writes cases does. */
@Command(
    name = "cases",
    headerHeading =
        """
        Examples:
          bw cases check

        """,
    description = "Check a suite of cases.",
    mixinStandardHelpOptions = true,
    subcommands = HelpCommand.class)
final class CasesCommand {}
