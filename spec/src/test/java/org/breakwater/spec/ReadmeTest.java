package org.breakwater.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What README says happens, happens. */
@Tag("long")
class ReadmeTest {
  private static final Repository HERE = Repository.here();
  private static final int MINUTES_MAX = 5;

  @TestFactory
  Stream<DynamicTest> everyCommand_doesWhatIsShown() throws IOException {
    assumeTrue(HERE.has("README.md"), "no README yet");
    return Console.steps(Files.readString(HERE.root().resolve("README.md"))).stream()
        .map(step -> DynamicTest.dynamicTest(step.command(), () -> run(step)));
  }

  @Test
  void readme_showsACommand() throws IOException {
    assumeTrue(HERE.has("README.md"), "no README yet");
    assertThat(Console.steps(Files.readString(HERE.root().resolve("README.md")))).isNotEmpty();
  }

  private static void run(Console.Step step) throws IOException, InterruptedException {
    Path printed = Files.createTempFile("readme", ".txt");
    try {
      var command =
          new ProcessBuilder("bash", "-c", step.command()).directory(HERE.root().toFile());
      // Maven has just built what the commands run.
      command.environment().put("BW_BUILD", "off");
      command.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      command.redirectErrorStream(true).redirectOutput(printed.toFile());
      var process = command.start();
      boolean ended = process.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
      if (!ended) process.destroyForcibly();
      var output = Files.readString(printed, StandardCharsets.UTF_8);
      assertThat(ended).as("ends within %d min; printed:\n%s", MINUTES_MAX, output).isTrue();
      assertThat(process.exitValue()).as("exit; printed:\n%s", output).isEqualTo(step.exit());
      assertThat(step.missingFrom(output)).as("shown but not in:\n%s", output).isEmpty();
    } finally {
      Files.delete(printed);
    }
  }
}
