package org.breakwater.server.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.breakwater.server.EnvironmentFault;
import org.breakwater.server.Exit;
import org.breakwater.store.backup.DayKeys;
import org.breakwater.store.backup.Restore;
import org.breakwater.store.database.EmbeddedPostgres;
import org.breakwater.store.decision.Audit;
import org.breakwater.store.decision.LogSecrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bw restore}: a backup into a new data folder, verified. */
@Command(
    name = "restore",
    headerHeading =
        """
        Examples:
          cp -r kept-keys new-data/keys
          bw restore --data new-data 2026-11-22T09-30-00Z.bwbackup

        """,
    description = {
      "Reads a backup into an empty database, and verifies the log against the file `checkpoint` in"
          + " the data folder, or against the backup's own where there is none.",
      "Put the folder `keys` into the data folder first. Put the last published checkpoint there"
          + " too, if it survived: what was logged after the backup is then seen to be lost.",
      "What was erased on request since the backup must be erased again."
    },
    footer =
        """

        Exit: 0 restored and verified, 2 usage, 3 environment, 4 restored, but the log says no.""",
    mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The new server's folder, with `keys` in it.")
  private Path data = Path.of("data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "An empty database; default: the embedded one in DIR, made when missing.")
  private String database = "";

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of(".");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path kept = data.resolve("keys");
    // Made anew they would be of no use, and in the way of the right ones.
    if (!Files.exists(kept.resolve("names.key")))
      throw new EnvironmentFault(
          "`%s` is missing; copy the folder `keys` of the lost server there".formatted(kept));
    if (!Files.isReadable(file)) throw new EnvironmentFault("cannot read `%s`".formatted(file));
    Audit.Finding finding = database.isEmpty() ? intoEmbedded(kept) : into(database, kept);
    var out = spec.commandLine().getOut();
    finding.faults().forEach(fault -> out.println("fault: " + fault));
    if (!finding.faults().isEmpty()) return Exit.CHECK_SAYS_NO.code();
    out.printf(
        "restored: %d entries and %d decisions, verified%n",
        finding.entries(), finding.decisions());
    return Exit.ALL_WELL.code();
  }

  private Audit.Finding intoEmbedded(Path kept) {
    try (var postgres = EmbeddedPostgres.start(data)) {
      return into(postgres.url(), kept);
    }
  }

  private Audit.Finding into(String address, Path kept) {
    LogSecrets secrets = LogSecrets.in(kept);
    return Restore.into(address, file, new DayKeys(kept), secrets, data.resolve("checkpoint"));
  }
}
