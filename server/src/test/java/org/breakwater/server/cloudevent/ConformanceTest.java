package org.breakwater.server.cloudevent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import io.cucumber.messages.types.PickleTable;
import io.cucumber.messages.types.PickleTableCell;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.server.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The scenarios that the authors of CloudEvents wrote for their HTTP binding. Their event is of
 * another type than ours, so they are held to what takes requests apart.
 */
class ConformanceTest {
  private static final Path FEATURE =
      Path.of("src", "test", "resources", "cloudevents", "http-protocol-binding.feature");

  private static List<Pickle> scenarios() throws IOException {
    try (var messages =
        GherkinParser.builder()
            .includeSource(false)
            .includeGherkinDocument(false)
            .build()
            .parse(FEATURE)) {
      return messages.flatMap(each -> each.getPickle().stream()).toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> scenarios_ofTheHttpBinding_hold() throws IOException {
    return scenarios().stream()
        .map(each -> DynamicTest.dynamicTest(each.getName(), () -> new Scenario().run(each)));
  }

  @Test
  void fourScenarios_areRun() throws IOException {
    assertThat(scenarios()).hasSize(4);
  }

  /** One scenario while its steps are taken. */
  private static final class Scenario {
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private String body = "";
    private Envelope envelope = Envelope.structured(new byte[0]);

    void run(Pickle scenario) {
      for (PickleStep step : scenario.getSteps()) take(step);
    }

    private void take(PickleStep step) {
      switch (step.getText()) {
        case "HTTP Protocol Binding is supported" -> {}
        case "an HTTP request" -> request(text(step));
        case "parsed as HTTP request" -> {
          assertThat(ContentCloudEvent.isIn(headers)).isTrue();
          envelope = ContentCloudEvent.envelope(headers, body.getBytes(UTF_8)).orElseThrow();
          assertThat(envelope.isWhole()).isTrue();
          assertThat(envelope.faults().isEmpty()).isTrue();
        }
        case "the attributes are:" ->
            assertThat(envelope.attributes()).containsExactlyInAnyOrderEntriesOf(table(step));
        case "the data is equal to the following JSON:" ->
            assertThat(Json.object(envelope.data())).contains(Json.tree(text(step)));
        default -> throw new AssertionError("a step we do not know: " + step.getText());
      }
    }

    private void request(String text) {
      String[] halves = text.split("\n\n", 2);
      body = halves[1];
      for (String line : halves[0].lines().skip(1).toList()) {
        String[] header = line.split(": ", 2);
        headers.add(header[0], header[1]);
      }
    }

    private static String text(PickleStep step) {
      return argument(step, PickleStepArgument::getDocString).getContent();
    }

    private static Map<String, String> table(PickleStep step) {
      PickleTable table = argument(step, PickleStepArgument::getDataTable);
      return table.getRows().stream()
          .skip(1)
          .map(row -> row.getCells().stream().map(PickleTableCell::getValue).toList())
          .collect(Collectors.toMap(List::getFirst, List::getLast));
    }

    private static <T> T argument(PickleStep step, Function<PickleStepArgument, Optional<T>> kind) {
      return step.getArgument().flatMap(kind).orElseThrow();
    }
  }
}
