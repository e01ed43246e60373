package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each example's own test, against a peer of its own and against this server. Where its language is
 * missing this fails and says so: a check that did not run has not passed.
 */
@Tag("long")
class ExamplesTest {
  private static final RunningServer SERVER = SharedServer.get();

  private static String run(String example, String... command)
      throws IOException, InterruptedException {
    Path out = Path.of("target", example + ".out").toAbsolutePath();
    var builder =
        new ProcessBuilder(command)
            .directory(Path.of("..", "examples", example).toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("BREAKWATER_URL", SERVER.address());
    builder.environment().put("BREAKWATER_KEY", SERVER.key());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new AssertionError(
          "`%s` is needed; install Python 3.11 and Node.js 20 or newer, or leave out long tests by"
                  .formatted(command[0])
              + " `bw verify --quick`",
          e);
    }
    int exit = process.waitFor();
    String printed = Files.readString(out);
    assertThat(exit).as(printed).isZero();
    return printed;
  }

  @Test
  void ospreysFunction_passesItsTest() throws IOException, InterruptedException {
    assertThat(run("osprey", "python3", "-m", "unittest")).contains("Ran 7 tests", "OK");
  }

  @Test
  void coopsSignal_passesItsTest() throws IOException, InterruptedException {
    assertThat(run("coop", "node", "--test", "--test-reporter=tap"))
        .contains("# pass 5", "# skipped 0");
  }
}
