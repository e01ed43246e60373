package org.breakwater.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The door of this module: {@code bw adapter …}. */
@Command(name = "bw")
public final class AdapterMain {
  private AdapterMain() {}

  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, UTF_8);
    var err = new PrintWriter(System.err, true, UTF_8);
    System.exit(commandLine(System.getenv(), out, err).execute(arguments));
  }

  static CommandLine commandLine(Map<String, String> variables, PrintWriter out, PrintWriter err) {
    var adapter =
        new CommandLine(new Adapter())
            .addSubcommand(new DiscourseCommand(variables, out, err))
            .addSubcommand(new MastodonCommand(variables, out, err));
    return new CommandLine(new AdapterMain())
        .addSubcommand(adapter)
        .setOut(out)
        .setErr(err)
        .setUsageHelpLongOptionsMaxWidth(30)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
  }

  @Command(
      name = "adapter",
      headerHeading =
          """
          Examples:
            bw adapter discourse --platform https://forum.example.org --user breakwater
            bw adapter mastodon --platform https://social.example.org --check

          """,
      description = {
        "Run a bridge between Breakwater and a platform; it keeps nothing. What is",
        "published there is decided here, what is ordered here is done there.",
        "docs/integrate.md walks through it."
      },
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "PLATFORM")
  static final class Adapter {}
}
