package org.breakwater.server.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.breakwater.server.EnvironmentFault;
import org.breakwater.server.Exit;
import org.breakwater.server.audit.OpenedDatabase;
import org.breakwater.store.backup.Backup;
import org.breakwater.store.backup.DayKeys;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.time.Time;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bw backup}: one encrypted file of everything in the database. */
@Command(
    name = "backup",
    headerHeading =
        """
        Examples:
          bw backup --to /mnt/other-disk
          bw backup --data /var/lib/breakwater --to /mnt/other-disk

        """,
    description = {
      "Writes a backup of the database, while the server goes on, and destroys the keys of backups"
          + " that are older than 30 days. Run it every day.",
      "The folder `keys` of the data folder is not in it: keep a copy of that elsewhere, without"
          + " its folder `backup`, or those keys outlive their time."
    },
    footer =
        """

        Exit: 0 all well, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "The server's folder; default: data.")
  private Path data = Path.of("data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "The database; default: the embedded one in DIR, running or not.")
  private String database = "";

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "Where to write it; another disk, better another place.")
  private Path to = Path.of(".");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    // Read before the snapshot is taken, so that the snapshot continues it.
    String checkpoint =
        new OwnFile(data.resolve("checkpoint"))
            .text()
            .orElseThrow(
                () -> new EnvironmentFault("`%s` holds no log; name it by --data".formatted(data)));
    var keys = new DayKeys(data.resolve("keys"));
    Instant now = Time.MACHINE.instant();
    try (var opened = OpenedDatabase.of(data, database)) {
      out.println("written: " + Backup.write(opened.database(), keys, checkpoint, to, now));
    }
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    keys.destroyBefore(today)
        .forEach(day -> out.println("destroyed: the key of the backups of " + day));
    return Exit.ALL_WELL.code();
  }
}
