package org.breakwater.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The command line {@code bw}: finds the verb, runs it, and says how it went. */
@Command(
    name = "bw",
    headerHeading =
        """
        Examples:
          bw decide examples/posts.jsonl
          bw explain "trips to the north every Friday, 6000 a head, inbox"
          bw policy show --policy 2022-12

        """,
    description = "Decides what a platform does with content about human smuggling.",
    footer =
        """

        A server and what belongs to it, each with its own --help: serve, demo,
        audit, backup, restore, resources, webhooks. A bridge to a platform:
        adapter. Figures: bench, torture. All that must hold: verify.""",
    subcommands = CommandLine.HelpCommand.class,
    mixinStandardHelpOptions = true)
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(Terminal.ofProcess(), arguments));
  }

  /** Runs one verb to its end and returns the exit code; see {@link Exit}. */
  static int run(Terminal terminal, String... arguments) {
    var help = new StringWriter();
    int code = commandLine(terminal, new PrintWriter(help)).execute(arguments);
    try {
      terminal.out().text(help.toString());
      terminal.out().flush();
      return code;
    } catch (ReaderGone _) {
      return Exit.ALL_WELL.code();
    } catch (EnvironmentFault fault) {
      return ended(terminal, fault);
    }
  }

  private static CommandLine commandLine(Terminal terminal, PrintWriter help) {
    var policy =
        new CommandLine(new PolicyCommand())
            .addSubcommand(new PolicyCheckCommand(terminal))
            .addSubcommand(new PolicyTestCommand(terminal))
            .addSubcommand(new PolicyShowCommand(terminal))
            .addSubcommand(new PolicyDiffCommand(terminal))
            .addSubcommand(new PolicyPinCommand(terminal))
            .addSubcommand(new PolicyLicenseCommand(terminal));
    var cases = new CommandLine(new CasesCommand()).addSubcommand(new CasesCheckCommand(terminal));
    var lexicon =
        new CommandLine(new LexiconCommand()).addSubcommand(new LexiconFitCommand(terminal));
    return new CommandLine(new Main())
        .addSubcommand(new DecideCommand(terminal))
        .addSubcommand(new ExplainCommand(terminal))
        .addSubcommand(new SignalsCommand(terminal))
        .addSubcommand(policy)
        .addSubcommand(new EvaluateCommand(terminal))
        .addSubcommand(new BenignCommand(terminal))
        .addSubcommand(new PrevalenceCommand(terminal))
        .addSubcommand(cases)
        .addSubcommand(lexicon)
        .setOut(help)
        .setErr(new PrintWriter(new OutputStreamWriter(terminal.err(), UTF_8), true))
        .setUsageHelpLongOptionsMaxWidth(30)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setExecutionExceptionHandler(endings(terminal));
  }

  private static IExecutionExceptionHandler endings(Terminal terminal) {
    return (fault, _, _) ->
        switch (fault) {
          case ReaderGone _ -> Exit.ALL_WELL.code();
          case EnvironmentFault environment -> ended(terminal, environment);
          default -> throw fault;
        };
  }

  private static int ended(Terminal terminal, EnvironmentFault fault) {
    terminal.err().println("bw: " + fault.getMessage());
    return Exit.ENVIRONMENT.code();
  }
}
