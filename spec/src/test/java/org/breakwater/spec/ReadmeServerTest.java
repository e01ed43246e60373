package org.breakwater.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The {@code sh} blocks of README, pasted one after another: the first starts a server, the others
 * ask it. A line that begins with {@code # } shows what the commands above it print.
 */
@Tag("long")
class ReadmeServerTest {
  private static final Pattern BLOCK = Pattern.compile("(?m)^```sh\\n([\\s\\S]*?)^```");

  /** A value that a person copies from where its comment says. */
  private static final Pattern COPIED = Pattern.compile("(?m)^([A-Z_]+)=\\S+ +# (.+)$");

  private static final String NEXT_BLOCK = "=== next block ===";
  private static final Path ROOT = Repository.here().root();

  @Test
  void serverCommands_doWhatIsShown_oneAfterAnother() throws IOException, InterruptedException {
    List<String> blocks = blocks();
    assertThat(blocks).hasSizeGreaterThan(2);
    assertThat(blocks.getFirst()).startsWith("./bw serve\n");
    Path folder = emptied(ROOT.resolve("spec/target/readme"));
    Files.createSymbolicLink(folder.resolve("bw"), ROOT.resolve("bw"));
    var server = new StartedServer(folder, blocks.getFirst().lines().findFirst().orElseThrow());
    try {
      assertThat(step(blocks.getFirst()).missingFrom(server.printed())).isEmpty();
      String printed = server.printed();
      String myKey = new FirstPeople(StartedServer.said(printed, "address")).moderatorsKey(printed);
      String script =
          String.join("\necho '" + NEXT_BLOCK + "'\n", blocks.subList(1, blocks.size()));
      String output = run(folder, copied(script, printed, myKey));
      List<String> outputs = List.of(output.split(NEXT_BLOCK, -1));
      for (int i = 1; i < blocks.size(); i++)
        assertThat(step(blocks.get(i)).missingFrom(outputs.get(i - 1)))
            .as("shown in block %d but not in:\n%s", i, outputs.get(i - 1))
            .isEmpty();
    } finally {
      server.close();
    }
  }

  private static List<String> blocks() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    return BLOCK.matcher(readme).results().map(block -> block.group(1)).toList();
  }

  private static Console.Step step(String block) {
    List<String> shown =
        block
            .lines()
            .filter(line -> line.startsWith("# "))
            .map(line -> line.substring(2).strip())
            .toList();
    return new Console.Step(block, 0, shown);
  }

  /** The script with what a person would have copied. */
  private static String copied(String script, String printed, String myKey) {
    return COPIED
        .matcher(script)
        .replaceAll(
            (MatchResult line) ->
                line.group(1)
                    + "="
                    + (line.group(2).startsWith("made at")
                        ? myKey
                        : StartedServer.said(printed, line.group(2))));
  }

  private static String run(Path folder, String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("blocks.sh"), script);
    Path printed = folder.resolve("blocks.txt");
    var command = new ProcessBuilder("bash", "-eu", file.toString()).directory(folder.toFile());
    command.environment().putAll(Map.of("BW_BUILD", "off", "BREAKWATER_LISTEN_PORT", "0"));
    Process process = command.redirectErrorStream(true).redirectOutput(printed.toFile()).start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    if (!ended) process.destroyForcibly();
    String output = Files.readString(printed, UTF_8);
    assertThat(ended && process.exitValue() == 0).as(output).isTrue();
    return output;
  }

  private static Path emptied(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    if (Files.exists(folder))
      try (var found = Files.walk(folder)) {
        found.sorted(Comparator.reverseOrder()).forEach(files::add);
      }
    for (Path file : files) Files.delete(file);
    return Files.createDirectories(folder);
  }
}
