package org.breakwater.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideBenchTest {
  private static final String PACK = "../packs/human-exploitation";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return BenchMain.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
  }

  @Test
  void figures_arePrintedAsOneObject(@TempDir Path traffic) throws IOException {
    Files.write(traffic.resolve("en_posts.txt"), List.of("good morning", "b", "c", "d"));
    assertThat(
            run(
                "bench",
                "decide",
                "--json",
                "--pack",
                PACK,
                "--traffic",
                traffic.toString(),
                "--posts",
                "100",
                "--pairs",
                "2",
                "--warm-up",
                "1",
                "--block",
                "1"))
        .as(err.toString())
        .isZero();
    JsonNode figures = new JsonMapper().readTree(out.toString());
    for (String member :
        List.of(
            "decide_over_parse_cases",
            "decide_over_parse_traffic",
            "posts_per_second_per_core",
            "parse_ns",
            "decide_ns",
            "fold_ns",
            "match_ns",
            "posts")) assertThat(figures.path(member).asDouble()).as(member).isPositive();
    assertThat(figures.path("pairs").asInt()).isEqualTo(2);
  }

  @Test
  void missingFolder_isAMatterOfTheEnvironment() {
    assertThat(run("bench", "decide", "--pack", "nowhere")).isEqualTo(3);
    assertThat(err.toString()).contains("no folder `nowhere`; name one by --pack");
  }

  @Test
  void benchAlone_isAskedWhatToMeasure() {
    assertThat(run("bench")).isEqualTo(2);
  }

  @Test
  void median_isTheMiddle() {
    assertThat(DecideFigures.median(List.of(of(3), of(1), of(2)), block -> block[0])).isEqualTo(2);
    assertThat(DecideFigures.median(List.of(of(4), of(1)), block -> block[0])).isEqualTo(2.5);
  }

  private static double[] of(double value) {
    return new double[] {value};
  }
}
