package org.breakwater.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Killed by kill -9 when a receiver has a message and the server does not know it yet: everything
 * arrives, and what arrives twice does so under the same id.
 */
@Tag("long")
class WebhookCrashTest {
  private static final int MESSAGES = 200;
  private static final int KILLS = 3;

  private final List<Map.Entry<String, String>> got = new CopyOnWriteArrayList<>();
  private final RunningServer server =
      RunningServer.on("webhook-crash-data", "--webhook-allow-private");
  private volatile CountDownLatch reached = new CountDownLatch(0);
  private volatile boolean holding;

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    got.add(Map.entry(exchange.getRequestHeaders().getFirst("webhook-id"), content(body)));
    boolean isHeld = holding;
    reached.countDown();
    // Held back until the server is dead: it never learns that this arrived.
    while (isHeld && holding) RunningServer.pause(5);
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static String content(String body) {
    return Json.tree(body).at("/data/content").asText();
  }

  @Test
  void killedBetweenAttemptAndRecord_losesNothing_andDoublesUnderTheSameId()
      throws IOException, InterruptedException {
    var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext("/", this::receive);
    receiver.start();
    try (server) {
      String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
      var added =
          RunningServer.run(
              "webhooks", "add", url, "--webhook-allow-private", "--data", "" + server.data());
      assertThat(added.exit()).as(added.printed()).isZero();
      for (int i = 0; i < KILLS; i++) killWhileHeld(i);
      awaitAll();
      server.close();
      everythingArrived();
    } finally {
      receiver.stop(0);
    }
  }

  private void killWhileHeld(int round) throws InterruptedException {
    holding = true;
    reached = new CountDownLatch(4);
    for (int i = 0; i < MESSAGES; i++) {
      String event =
          ("{\"id\":\"c%d-%d\",\"text\":\"trips north every Friday, 6000 a head, inbox"
                  + " +1 202 555 0123\"}")
              .formatted(round, i);
      assertThat(server.post("/v1/decisions", event).statusCode()).isEqualTo(200);
    }
    assertThat(reached.await(60, TimeUnit.SECONDS)).as("some are on their way").isTrue();
    server.kill();
    holding = false;
    server.startAgain("--webhook-allow-private");
  }

  private void awaitAll() {
    for (int i = 0; i < 1_200 && contents().size() < KILLS * MESSAGES; i++)
      RunningServer.pause(100);
  }

  private Set<String> contents() {
    Set<String> contents = new HashSet<>();
    got.forEach(each -> contents.add(each.getValue()));
    return contents;
  }

  private void everythingArrived() {
    assertThat(contents()).hasSize(KILLS * MESSAGES);
    Map<String, Set<String>> ids = new HashMap<>();
    got.forEach(
        each -> ids.computeIfAbsent(each.getValue(), _ -> new HashSet<>()).add(each.getKey()));
    assertThat(ids.values()).as("one id for each content").allMatch(all -> all.size() == 1);
    int doubled = got.size() - contents().size();
    System.out.printf(
        "%d messages, %d kills, lost 0, %d arrived again under the same id%n",
        contents().size(), KILLS, doubled);
    assertThat(doubled).as("the kills came between attempt and record").isPositive();
  }
}
