package org.breakwater.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Killed under load, by kill -9: nothing acknowledged is lost, and nothing is decided twice. */
@Tag("long")
class CrashTest {
  private static final int CLIENTS = 8;
  private static final long LOAD_MS = 2_500;

  private final RunningServer server = RunningServer.on("crash-data");
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger unavailable = new AtomicInteger();
  private volatile boolean loading = true;

  @Test
  void killedServerAndPostmaster_loseAndDoubleNothing() throws IOException, InterruptedException {
    try {
      List<Thread> load = load();
      RunningServer.pause(LOAD_MS);
      killPostmaster();
      RunningServer.pause(LOAD_MS);
      int beforeTheKill = acknowledged.size();
      server.kill();
      for (Thread client : load) client.join();
      server.startAgain();
      assertThat(acknowledged.size()).isGreaterThanOrEqualTo(beforeTheKill).isPositive();
      everyAnswerIsRepeated();
      nothingStandsTwice();
      var audit = RunningServer.run("audit", "verify", "--data", server.data().toString());
      System.out.printf(
          "%d acknowledged, %d times 503, lost 0, doubled 0; %s",
          acknowledged.size(), unavailable.get(), audit.printed());
      assertThat(audit.exit()).as(audit.printed()).isZero();
    } finally {
      loading = false;
      server.close();
    }
  }

  private List<Thread> load() {
    return IntStream.range(0, CLIENTS).mapToObj(_ -> Thread.ofVirtual().start(this::send)).toList();
  }

  /** Sends until the server is gone; a 503 is sent again, as its cure says. */
  private void send() {
    while (loading) {
      String id = "c" + count.incrementAndGet();
      for (int tries = 0; tries < 200; tries++) {
        try {
          HttpResponse<String> response = answer(id);
          if (response.statusCode() == 200) {
            acknowledged.put(id, response.body());
            break;
          }
          assertThat(response.statusCode()).isEqualTo(503);
          assertThat(response.headers().firstValue("Retry-After")).isPresent();
          unavailable.incrementAndGet();
          RunningServer.pause(50);
        } catch (IOException | InterruptedException _) {
          return;
        }
      }
    }
  }

  private HttpResponse<String> answer(String id) throws IOException, InterruptedException {
    var request =
        server
            .request("/v1/decisions")
            .POST(HttpRequest.BodyPublishers.ofString(event(id)))
            .build();
    return server.client().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String event(String id) {
    return "{\"id\":\"%s\",\"text\":\"Does anyone know a coyote? %s\"}".formatted(id, id);
  }

  private void killPostmaster() throws IOException {
    Path file = server.data().resolve("postgres/cluster/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  private void everyAnswerIsRepeated() throws IOException, InterruptedException {
    for (Map.Entry<String, String> answer : acknowledged.entrySet())
      assertThat(answer(answer.getKey()).body()).isEqualTo(answer.getValue());
  }

  private void nothingStandsTwice() {
    List<String> places =
        acknowledged.values().stream()
            .map(answer -> Json.object(answer.getBytes(UTF_8)).orElseThrow())
            .map(answer -> answer.path("batch") + "/" + answer.path("position"))
            .toList();
    assertThat(places).doesNotHaveDuplicates();
  }
}
