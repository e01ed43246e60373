package org.breakwater.server.webhook;

import java.nio.file.Path;
import org.breakwater.server.audit.OpenedDatabase;
import org.breakwater.store.database.Database;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.time.Time;
import org.breakwater.store.webhook.AttemptLog;
import org.breakwater.store.webhook.DeadLetters;
import org.breakwater.store.webhook.Endpoints;
import org.breakwater.store.webhook.SealingKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server's, for each verb below {@code bw webhooks}. */
final class Opened {
  /** Who did it, in the log: whoever may read the data folder. */
  static final String BY = "the operator";

  @Option(names = "--data", paramLabel = "DIR", description = "The server's folder; default: data.")
  private Path data = Path.of("data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "The database; default: the embedded one in DIR, running or not.")
  private String database = "";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** What a verb works on. */
  record Stores(Database database, Endpoints endpoints, Messages messages) {
    AttemptLog attempts() {
      return new AttemptLog(database);
    }

    DeadLetters letters() {
      return new DeadLetters(database, Time.MACHINE);
    }
  }

  /** A verb's work. */
  interface Work {
    int on(Stores stores);
  }

  int run(Work work) {
    // Before a database is looked for: it would be made where there is none.
    if (!data.resolve("keys").toFile().isDirectory())
      throw usage("`%s` is no folder of a server; name it by --data".formatted(data));
    try (var opened = OpenedDatabase.of(data, database)) {
      var sealing = SealingKey.in(data.resolve("keys"));
      var endpoints = new Endpoints(opened.database(), sealing, Time.MACHINE);
      Messages messages = Messages.of(LogSecrets.in(data.resolve("keys")).logKey());
      return work.on(new Stores(opened.database(), endpoints, messages));
    }
  }

  void print(String line) {
    spec.commandLine().getOut().println(line);
  }

  ParameterException usage(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
