package org.breakwater.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Traces, as a receiver that runs here gets them. */
@Tag("long")
class TraceTest {
  private static final String PLATFORMS_TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final List<String> received = new CopyOnWriteArrayList<>();

  @Test
  void spans_tellRouteAndStages_andNothingOfWhatWasSent() throws IOException {
    HttpServer receiver = receiver();
    String address = "http://127.0.0.1:" + receiver.getAddress().getPort();
    Path config =
        Files.writeString(
            Path.of("target", "traced.yaml"),
            "telemetry: {otlp: '%s', sampledPercent: 100}\n".formatted(address));
    try (var server = RunningServer.on("traced-data", "--config", config.toString())) {
      String event =
          """
          {"id":"content-9","text":"Looking for a coyote in Reynosa","author":{"id":"author-9"}}""";
      String traceparent = "00-" + PLATFORMS_TRACE + "-b7ad6b7169203331-01";
      assertThat(server.post("/v1/decisions", event, "traceparent", traceparent).statusCode())
          .isEqualTo(200);
      server.post("/v1/searches:screen", "{\"query\":\"coyote sought\"}");
      server.get("/v1/contents/content-9/decisions?cursor=author-9");
      server.get("/v1/content-9");
      String spans = waitedFor("GET /v1/contents/{content}/decisions");
      assertThat(count(spans, "decide"))
          .as("one for each decision, one for the search")
          .isEqualTo(2);
      assertThat(count(spans, "POST /v1/decisions")).isEqualTo(1);
      assertThat(spans)
          .contains("POST /v1/searches:screen", "http.response.status_code", "breakwater", "log")
          .doesNotContain(
              "coyote",
              "Reynosa",
              "sought",
              "content-9",
              "author-9",
              "solicit",
              "allow",
              "127.0.0.1")
          .doesNotContain(new String(HexFormat.of().parseHex(PLATFORMS_TRACE), ISO_8859_1));
      receiver.stop(0);
      assertThat(server.post("/v1/decisions", "{\"id\":\"p\",\"text\":\"hello\"}").statusCode())
          .as("without a receiver decisions go on")
          .isEqualTo(200);
    } finally {
      receiver.stop(0);
    }
  }

  /** All that was received, once the span that ends last is among it. */
  private String waitedFor(String span) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!String.join("", received).contains(span)) {
      if (System.nanoTime() > end) throw new AssertionError("no span " + span);
      RunningServer.pause(100);
    }
    return String.join("", received);
  }

  private static long count(String spans, String name) {
    // In a protocol buffer a text's length stands before it.
    return Pattern.compile(Pattern.quote((char) name.length() + name))
        .matcher(spans)
        .results()
        .count();
  }

  private HttpServer receiver() throws IOException {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/v1/traces",
        exchange -> {
          received.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    receiver.start();
    return receiver;
  }
}
