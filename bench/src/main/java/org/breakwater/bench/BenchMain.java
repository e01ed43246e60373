package org.breakwater.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The door of this module: {@code bw bench …} and {@code bw torture}. */
@Command(name = "bw")
public final class BenchMain {
  private static final int ENVIRONMENT = 3;

  private BenchMain() {}

  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, UTF_8);
    var err = new PrintWriter(System.err, true, UTF_8);
    System.exit(commandLine(out, err).execute(arguments));
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    var bench =
        new CommandLine(new Bench())
            .addSubcommand(new DecideBench(out))
            .addSubcommand(new ServeBench(out));
    return new CommandLine(new BenchMain())
        .addSubcommand(bench)
        .addSubcommand(new Torture(out, err))
        .setOut(out)
        .setErr(err)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setExecutionExceptionHandler(faults());
  }

  /** What the machine lacks is told in a line; anything else is our fault and is thrown. */
  private static IExecutionExceptionHandler faults() {
    return (failure, command, _) -> {
      if (!(failure instanceof EnvironmentFault)) throw failure;
      command.getErr().println("bw: " + failure.getMessage());
      command.getErr().flush();
      return ENVIRONMENT;
    };
  }

  @Command(
      name = "bench",
      headerHeading =
          """
          Examples:
            bw bench decide
            bw bench decide --json --traffic DIR
            bw bench serve --json --traffic DIR

          """,
      description = "Measures the engine against a peer, and the server under load.",
      mixinStandardHelpOptions = true)
  static final class Bench {}
}
