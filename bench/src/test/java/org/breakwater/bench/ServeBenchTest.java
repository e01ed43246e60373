package org.breakwater.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class ServeBenchTest {
  @Test
  void figures_arePrintedAsOneObject() throws IOException {
    System.setProperty("bw.home", Path.of("..").toAbsolutePath().normalize().toString());
    var out = new StringWriter();
    int exit =
        BenchMain.commandLine(new PrintWriter(out), new PrintWriter(new StringWriter()))
            .execute("bench", "serve", "--json", "--seconds", "1", "--warm-up", "1");
    assertThat(exit).isZero();
    JsonNode figures = new JsonMapper().readTree(out.toString());
    for (String member :
        List.of(
            "events_per_second",
            "batch_events_per_second",
            "p50_ms_half_load",
            "p99_ms_half_load",
            "rss_mb",
            "start_ms",
            "cpu_us_server",
            "cpu_us_postgres")) assertThat(figures.path(member).asDouble()).as(member).isPositive();
    assertThat(figures.path("refused").asInt()).isZero();
    assertThat(figures.path("fsync").asText()).isEqualTo("on");
    assertThat(figures.path("synchronous_commit").asText()).isEqualTo("on");
  }
}
