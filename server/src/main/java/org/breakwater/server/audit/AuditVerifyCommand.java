package org.breakwater.server.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.breakwater.server.EnvironmentFault;
import org.breakwater.server.Exit;
import org.breakwater.server.http.ReceiptJson;
import org.breakwater.store.database.Database;
import org.breakwater.store.decision.Audit;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Receipt;
import org.breakwater.store.merkle.Checkpoint;
import org.breakwater.store.merkle.Note;
import org.breakwater.store.merkle.VerifyKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bw audit verify}: a whole database, or one receipt with only the public key. */
@Command(
    name = "verify",
    headerHeading =
        """
        Examples:
          bw audit verify
          bw audit verify --against checkpoint-of-last-month
          bw audit verify --receipt receipt.json --decision decision.json --key data/log.pub

        """,
    description = "Check every entry, batch and row of a database, or one receipt offline.",
    footer =
        """

        Exit: 0 all well, 2 usage, 3 environment, 4 something was changed; each fault is named.""",
    mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "The server's folder; default: data.")
  private Path data = Path.of("data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "The database; default: the embedded one in DIR, running or not.")
  private String database = "";

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "An older checkpoint that the log must continue.")
  private @Nullable Path against;

  @Option(names = "--receipt", paramLabel = "FILE", description = "One receipt, offline.")
  private @Nullable Path receipt;

  @Option(
      names = "--decision",
      paramLabel = "FILE",
      description = "With --receipt: the decision as it was sent.")
  private @Nullable Path decision;

  @Option(
      names = "--key",
      paramLabel = "FILE|KEY",
      description = "The log's public key; default: DIR/log.pub.")
  private String key = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    VerifyKey verifyKey = verifyKey();
    return receipt == null ? wholeDatabase(verifyKey) : oneReceipt(verifyKey, receipt);
  }

  private VerifyKey verifyKey() {
    String stated = key.isEmpty() ? data.resolve("log.pub").toString() : key;
    return VerifyKey.parse(stated)
        .or(() -> VerifyKey.parse(text(Path.of(stated))))
        .orElseThrow(
            () -> new EnvironmentFault("`%s` holds no public key of a log".formatted(stated)));
  }

  private int oneReceipt(VerifyKey verifyKey, Path file) {
    Receipt read =
        ReceiptJson.parse(bytes(file))
            .orElseThrow(() -> new EnvironmentFault("`%s` is no receipt".formatted(file)));
    List<String> faults =
        decision == null ? read.faults(verifyKey) : read.faults(verifyKey, line(decision));
    String what =
        decision == null
            ? "decision %s is in the log; what it says was not compared (--decision)"
            : "decision %s is in the log as it was sent";
    return ended(what.formatted(read.decision()), faults);
  }

  private int wholeDatabase(VerifyKey verifyKey) {
    Checkpoint published =
        checkpoint(against == null ? data.resolve("checkpoint") : against, verifyKey);
    LogSecrets secrets = LogSecrets.in(data.resolve("keys"));
    try (var opened = OpenedDatabase.of(data, database)) {
      Database found = opened.database();
      Audit.Finding finding = Audit.of(found, secrets, published);
      return ended(
          "%d entries and %d decisions continue the checkpoint of %d entries"
              .formatted(finding.entries(), finding.decisions(), published.size()),
          finding.faults());
    }
  }

  private static Checkpoint checkpoint(Path file, VerifyKey verifyKey) {
    return switch (Note.open(text(file), verifyKey)) {
      case Note.Opened.Trusted(var checkpoint) -> checkpoint;
      case Note.Opened.Refused(var why) ->
          throw new EnvironmentFault("`%s` cannot be trusted: %s".formatted(file, why));
    };
  }

  private int ended(String well, List<String> faults) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> lines = new ArrayList<>(faults);
    if (faults.isEmpty()) lines.add(well);
    lines.forEach(line -> out.println((faults.isEmpty() ? "holds: " : "fault: ") + line));
    return (faults.isEmpty() ? Exit.ALL_WELL : Exit.CHECK_SAYS_NO).code();
  }

  /** A file's only line, which may have been saved with a line end. */
  private static byte[] line(Path file) {
    return text(file).stripTrailing().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new EnvironmentFault("cannot read `%s`: %s".formatted(file, e.getMessage()));
    }
  }
}
