package org.breakwater.server.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.breakwater.server.EnvironmentFault;
import org.breakwater.server.Exit;
import org.breakwater.store.decision.Cosignatures;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.merkle.VerifyKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bw audit cosign}: takes a checkpoint that witnesses have signed too. */
@Command(
    name = "cosign",
    headerHeading =
        """
        Examples:
          bw audit cosign --witness witness.example+1234abcd+BA… cosigned-checkpoint

        """,
    description = {
      "Takes a checkpoint of this log with the signatures of witnesses (C2SP tlog-cosignature), and"
          + " serves it at /checkpoint/cosigned.",
      "It is refused unless the log continues it and a witness named here signed it."
    },
    footer =
        """

        Exit: 0 kept, 2 usage, 3 environment, 4 refused.""",
    mixinStandardHelpOptions = true)
final class AuditCosignCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "The server's folder; default: data.")
  private Path data = Path.of("data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "The database; default: the embedded one in DIR, running or not.")
  private String database = "";

  @Option(
      names = "--witness",
      paramLabel = "KEY",
      required = true,
      description = "Public key of a witness that is trusted; may be given several times.")
  private List<String> witnesses = new ArrayList<>();

  @Parameters(paramLabel = "FILE", description = "The signed checkpoint.")
  private Path file = Path.of(".");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<VerifyKey> keys = witnesses.stream().map(AuditCosignCommand::key).toList();
    VerifyKey log = LogSecrets.in(data.resolve("keys")).logKey().verifyKey();
    try (var opened = OpenedDatabase.of(data, database)) {
      var out = spec.commandLine().getOut();
      return switch (new Cosignatures(opened.database(), log).take(note(), keys)) {
        case Cosignatures.Taken.Kept(var size, var names) -> {
          out.printf("kept: %d entries, signed by %s%n", size, String.join(", ", names));
          yield Exit.ALL_WELL.code();
        }
        case Cosignatures.Taken.Refused(var why) -> {
          out.println("refused: " + why);
          yield Exit.CHECK_SAYS_NO.code();
        }
      };
    }
  }

  private static VerifyKey key(String text) {
    return VerifyKey.parseWitness(text)
        .orElseThrow(() -> new EnvironmentFault("`%s` is no key of a witness".formatted(text)));
  }

  private String note() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EnvironmentFault("cannot read `%s`: %s".formatted(file, e));
    }
  }
}
