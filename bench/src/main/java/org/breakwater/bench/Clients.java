package org.breakwater.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Platforms that send until they are told to stop, and write down each answer they are given. What
 * is refused, or breaks off, they send again, as the server asks them to.
 */
final class Clients {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration ANSWER_MAX = Duration.ofSeconds(40);
  private static final int PAUSE_MS = 30;
  private static final int ASKERS = 16;
  private static final int AGAIN_MAX = 400;

  private final ServerProcess server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicLong unavailable = new AtomicLong();
  private final AtomicLong broken = new AtomicLong();
  private final AtomicLong lastBatch = new AtomicLong(-1);
  private final List<String> strange = new ArrayList<>();
  private final List<Thread> threads;
  private volatile boolean sending = true;

  Clients(ServerProcess server, int count) {
    this.server = server;
    threads =
        IntStream.range(0, count).mapToObj(_ -> Thread.ofVirtual().start(this::send)).toList();
  }

  int acknowledged() {
    return acknowledged.size();
  }

  /** Times a server said that it could not log; times a connection broke. */
  String troubles() {
    return "%d times 503, %d connections broken".formatted(unavailable.get(), broken.get());
  }

  /** The batch of the newest answer; -1 before the first. */
  long lastBatch() {
    return lastBatch.get();
  }

  void stop() {
    sending = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void send() {
    while (sending) {
      String id = "t" + number.incrementAndGet();
      while (sending && !isAcknowledged(id)) Pause.ms(PAUSE_MS);
    }
  }

  private boolean isAcknowledged(String id) {
    try {
      HttpResponse<String> answer = ask(id);
      switch (answer.statusCode()) {
        case 200 -> {
          acknowledged.put(id, answer.body());
          lastBatch.accumulateAndGet(tree(answer.body()).path("batch").asLong(), Math::max);
          return true;
        }
        case 503 -> unavailable.incrementAndGet();
        default -> strange(id, "was answered %d".formatted(answer.statusCode()));
      }
    } catch (IOException _) {
      broken.incrementAndGet();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      sending = false;
    }
    return false;
  }

  private void strange(String id, String what) {
    synchronized (strange) {
      if (strange.size() < 10) strange.add(id + " " + what);
    }
  }

  private HttpResponse<String> ask(String id) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.address().resolve("/v1/decisions"))
            .timeout(ANSWER_MAX)
            .header("Authorization", "Bearer " + server.key())
            .POST(BodyPublishers.ofString(event(id)))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static String event(String id) {
    return "{\"id\":\"%s\",\"text\":\"a post that is called %s\"}".formatted(id, id);
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new EnvironmentFault("an answer is no JSON: " + json);
    }
  }

  /** Sends everything again, and says of each acknowledgement that does not hold what is wrong. */
  List<String> faults() {
    Set<String> places = ConcurrentHashMap.newKeySet();
    try (var askers = Executors.newFixedThreadPool(ASKERS)) {
      acknowledged.forEach((id, answer) -> askers.execute(() -> ask(id, answer, places)));
    }
    return List.copyOf(strange);
  }

  private void ask(String id, String answer, Set<String> places) {
    JsonNode decision = tree(answer);
    if (!places.add(decision.path("batch") + "/" + decision.path("position")))
      strange(id, "has a place that another has too");
    String now = again(id);
    if (!now.equals(answer)) strange(id, "is lost: it is now answered " + now);
  }

  private String again(String id) {
    for (int tries = 0; tries < AGAIN_MAX; tries++) {
      try {
        HttpResponse<String> answer = ask(id);
        if (answer.statusCode() != 503) return answer.body();
      } catch (IOException _) {
        // Asked again.
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return "nothing, because we were interrupted";
      }
      Pause.ms(PAUSE_MS);
    }
    return "nothing";
  }
}
