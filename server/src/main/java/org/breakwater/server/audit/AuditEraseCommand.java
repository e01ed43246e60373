package org.breakwater.server.audit;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.breakwater.server.Exit;
import org.breakwater.store.decision.Erasure;
import org.breakwater.store.decision.LogSecrets;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bw audit erase}: what is kept of a content or an author goes now. */
@Command(
    name = "erase",
    headerHeading =
        """
        Examples:
          bw audit erase --content p1
          bw audit erase --author a1

        """,
    description = {
      "Erases material, row and salt of every decision on a content, or of an author's.",
      "The log still verifies; the receipts of what is erased cannot be given out any more."
    },
    footer =
        """

        Exit: 0 all well, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true)
final class AuditEraseCommand implements Callable<Integer> {
  /** Whose. */
  static final class Which {
    @Option(names = "--content", paramLabel = "ID", description = "The platform's id of a content.")
    private String content = "";

    @Option(names = "--author", paramLabel = "ID", description = "The platform's id of an author.")
    private String author = "";
  }

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Option(names = "--data", paramLabel = "DIR", description = "The server's folder; default: data.")
  private Path data = Path.of("data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "The database; default: the embedded one in DIR, running or not.")
  private String database = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    LogSecrets secrets = LogSecrets.in(data.resolve("keys"));
    try (var opened = OpenedDatabase.of(data, database)) {
      var erasure = new Erasure(opened.database(), secrets);
      int erased =
          which.content.isEmpty() ? erasure.author(which.author) : erasure.content(which.content);
      spec.commandLine().getOut().printf("%d decisions erased%n", erased);
      return Exit.ALL_WELL.code();
    }
  }
}
