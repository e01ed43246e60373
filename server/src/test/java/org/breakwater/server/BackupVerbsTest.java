package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server's disk is lost: what was backed up comes back on another one, and is served. */
@Tag("long")
class BackupVerbsTest {
  private static final String OFFER =
      "{\"id\":\"p1\",\"text\":\"trips north every Friday, 6000 a head, inbox +1 202 555 0123\"}";

  @Test
  void backup_isRestoredElsewhere_andGivesTheSameAnswers() throws IOException {
    Path backups = Path.of("target", "backups-of-test");
    String answer;
    Path keys;
    try (var server = RunningServer.on("backup-data")) {
      answer = server.post("/v1/decisions", OFFER).body();
      var written =
          RunningServer.run(
              "backup", "--data", server.data().toString(), "--to", backups.toString());
      assertThat(written.exit()).as(written.printed()).isZero();
      keys = server.data().resolve("keys");
    }
    Path other = Path.of("target", "restored-data");
    RunningServer.remove(other);
    Files.createDirectories(other.resolve("keys/backup"));
    copy(keys, other.resolve("keys"));
    copy(keys.resolve("backup"), other.resolve("keys/backup"));
    var restored =
        RunningServer.run("restore", "--data", other.toString(), newest(backups).toString());
    assertThat(restored.printed()).contains("restored: ").contains(" decisions, verified");
    assertThat(restored.exit()).isZero();
    try (var server = RunningServer.kept("restored-data")) {
      assertThat(server.post("/v1/decisions", OFFER).body()).isEqualTo(answer);
      assertThat(RunningServer.run("audit", "verify", "--data", other.toString()).exit()).isZero();
    }
  }

  @Test
  void restoreWithoutKeys_saysWhatToCopy() {
    var refused = RunningServer.run("restore", "--data", "target/nothing-there", "pom.xml");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.printed()).contains("copy the folder `keys` of the lost server there");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        if (!file.endsWith("postgres.password")) Files.copy(file, to.resolve(file.getFileName()));
    }
  }

  private static Path newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.max(Path::compareTo).orElseThrow();
    }
  }
}
