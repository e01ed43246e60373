package org.breakwater.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Killed, and with the power cut: with fsync on nothing is lost, with fsync off it shows. */
@Tag("long")
class TortureTest {
  private final StringWriter out = new StringWriter();

  private int torture(String... arguments) {
    System.setProperty("bw.home", Path.of("..").toAbsolutePath().normalize().toString());
    String[] all = new String[arguments.length + 1];
    all[0] = "torture";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    int exit =
        BenchMain.commandLine(new PrintWriter(out), new PrintWriter(new StringWriter()))
            .execute(all);
    System.out.println(out);
    return exit;
  }

  @Test
  void kills_loseAndDoubleNothing() {
    assertThat(torture("--kills", "20")).as(out.toString()).isZero();
    assertThat(out.toString()).contains("holds: ", "lost 0, doubled 0", "fsync=on");
  }

  @Test
  void powerCuts_loseNothing() {
    assumePowerCanBeCut();
    assertThat(torture("--kills", "2", "--power-cut")).as(out.toString()).isZero();
  }

  @Test
  void powerCuts_withFsyncOff_loseWhatWasAcknowledged_andAreFound() {
    assumePowerCanBeCut();
    assertThat(torture("--kills", "1", "--power-cut", "--fsync", "off")).isEqualTo(4);
    assertThat(out.toString()).contains("fault: ");
  }

  private static void assumePowerCanBeCut() {
    boolean root = "root".equals(System.getProperty("user.name"));
    assumeTrue(root && Files.exists(Path.of("/dev/loop-control")), "needs root and loop devices");
  }
}
