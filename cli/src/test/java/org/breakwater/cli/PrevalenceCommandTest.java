package org.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrevalenceCommandTest {
  @TempDir Path folder;

  private static String line(double probability, String lang, String outcome, boolean prohibited) {
    return ("{\"day\":\"2026-11-30\",\"probability\":%s,\"lang\":\"%s\",\"outcome\":\"%s\","
            + "\"text\":\"x\",\"prohibited\":%s}")
        .formatted(probability, lang, outcome, prohibited);
  }

  private static String lines(int count, String line) {
    return IntStream.range(0, count).mapToObj(_ -> line).collect(Collectors.joining("\n")) + "\n";
  }

  private Ran estimated(String sample, String... more) throws IOException {
    Files.writeString(folder.resolve("sample.jsonl"), sample);
    String[] arguments = new String[more.length + 2];
    arguments[0] = "prevalence";
    arguments[1] = "sample.jsonl";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Ran.in(folder, arguments);
  }

  @Test
  void postsCountByTheInverseOfTheirProbability() throws IOException {
    String sample =
        "{\"day\":\"2026-11-30\",\"stratum\":\"rest\",\"probability\":0.01,\"events\":null}\n"
            + lines(99, line(0.01, "en", "allow", false))
            + lines(1, line(0.01, "en", "allow", true))
            + lines(100, line(0.1, "en", "remove", true));
    Ran ran = estimated(sample, "--json");
    assertThat(ran.code()).isZero();
    // 1,100 of 11,000 are prohibited, and 100 of them were left up.
    assertThat(ran.out().lines())
        .anyMatch(
            line ->
                line.startsWith(
                    "{\"lang\":\"all\",\"prohibited\":{\"drawn\":200,\"counted\":101,"
                        + "\"events\":11000.0,\"share\":0.1,"));
    assertThat(ran.out()).contains("\"leftUp\":{\"drawn\":200,\"counted\":1,");
    assertThat(estimated(sample).out()).containsPattern("all +200 +11,000 +101 +10000\\.0");
  }

  @Test
  void fewPostsOfALanguage_areCountedAmongOthers() throws IOException {
    String sample =
        lines(11, line(0.01, "es", "allow", false)) + lines(10, line(0.01, "qu", "allow", true));
    assertThat(estimated(sample).out()).contains("es ", "others ").doesNotContain("qu ");
  }

  @Test
  void linesThatNobodyLabelled_areRefused_withAReason() throws IOException {
    Ran ran =
        estimated(
            line(0.5, "en", "allow", true)
                + "\n"
                + line(0.5, "en", "allow", true).replace(",\"prohibited\":true", "")
                + "\n"
                + line(1.5, "en", "allow", true)
                + "\nnothing\n");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err().lines())
        .containsExactly(
            "sample.jsonl:2: `prohibited` must be true or false",
            "sample.jsonl:3: `probability` must lie in (0, 1]",
            "sample.jsonl:4: is no JSON object");
    assertThat(estimated("").out()).contains("all");
  }
}
