package org.breakwater.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code bw lexicon}: what a person who writes phrases does. */
@Command(
    name = "lexicon",
    headerHeading =
        """
        Examples:
          bw lexicon fit
          bw lexicon fit --write

        """,
    description = "Fit how much each cue counts.",
    mixinStandardHelpOptions = true,
    subcommands = HelpCommand.class)
final class LexiconCommand {}
