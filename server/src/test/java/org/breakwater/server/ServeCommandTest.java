package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bw serve} says before it serves. */
class ServeCommandTest {
  @TempDir Path folder;

  @Test
  void faultsOfTheConfiguration_endItWithTwo_beforeAnythingIsMade() throws IOException {
    Path file = Files.writeString(folder.resolve("b.yaml"), "listen: {prt: 1}\nretention: {}\n");
    var ran =
        RunningServer.run(
            "serve", "--config", "" + file, "--data", "" + folder.resolve("data"), "--rate", "no");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.printed())
        .contains(
            file + ":1:10: unknown key `prt`; did you mean `port`?",
            file + ":2:1: `retention` is no setting",
            "--rate: `limits.machinePerSecond` must be a whole number")
        .doesNotContain("Exception");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void printedConfiguration_saysWhereEachValueComesFrom_andStartsNothing() {
    var ran = RunningServer.run("serve", "--print-config", "--data", "" + folder, "--port", "81");
    assertThat(ran.exit()).isZero();
    assertThat(ran.printed())
        .contains("  port: 81  # --port\n", "  host: 127.0.0.1  # default\n")
        .doesNotContain("known to us");
    assertThat(folder).isEmptyDirectory();
  }
}
