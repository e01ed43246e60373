package org.breakwater.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code bw policy}: everything a person who writes the rules does. */
@Command(
    name = "policy",
    headerHeading =
        """
        Examples:
          bw policy check
          bw policy test --failures
          bw policy show smuggling.offer --policy 2021-11
          bw policy diff 2021-11 2022-12

        """,
    description = "Check, test, show, compare and pin policies.",
    mixinStandardHelpOptions = true,
    subcommands = CommandLine.HelpCommand.class)
final class PolicyCommand {}
