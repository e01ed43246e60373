package org.breakwater.server;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.breakwater.server.audit.AuditCommand;
import org.breakwater.server.backup.BackupCommand;
import org.breakwater.server.backup.RestoreCommand;
import org.breakwater.server.demo.DemoCommand;
import org.breakwater.server.resources.ResourcesCommand;
import org.breakwater.server.webhook.WebhooksCommand;
import org.breakwater.store.database.StoreFault;
import org.jdbi.v3.core.JdbiException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * The verbs of {@code bw} that need a database: {@code serve}, {@code audit}, {@code backup},
 * {@code restore}, {@code resources}, {@code webhooks}, {@code demo}.
 */
@QuarkusMain
@Command(name = "bw", subcommands = CommandLine.HelpCommand.class)
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int code = run(arguments);
    // A server that is up ends by its signal; everything else ends here.
    System.exit(code);
  }

  static int run(String... arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return new CommandLine(new Main())
        .addSubcommand(ServeCommand.line())
        .addSubcommand(AuditCommand.line())
        .addSubcommand(new BackupCommand())
        .addSubcommand(new RestoreCommand())
        .addSubcommand(ResourcesCommand.line())
        .addSubcommand(WebhooksCommand.line())
        .addSubcommand(new DemoCommand())
        .setOut(out)
        .setErr(err)
        .setUsageHelpLongOptionsMaxWidth(30)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setExecutionExceptionHandler(endings(err))
        .execute(arguments);
  }

  private static IExecutionExceptionHandler endings(PrintWriter err) {
    return (fault, _, _) ->
        switch (fault) {
          case UsageFault usage -> ended(err, usage, Exit.USAGE);
          case EnvironmentFault environment -> ended(err, environment, Exit.ENVIRONMENT);
          case StoreFault store -> ended(err, store, Exit.ENVIRONMENT);
          case JdbiException gone ->
              ended(
                  err,
                  new EnvironmentFault("the database does not do its part: " + gone),
                  Exit.ENVIRONMENT);
          default -> throw fault;
        };
  }

  private static int ended(PrintWriter err, RuntimeException fault, Exit exit) {
    err.println("bw: " + fault.getMessage());
    return exit.code();
  }
}
