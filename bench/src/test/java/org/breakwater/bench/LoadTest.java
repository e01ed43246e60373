package org.breakwater.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The load generator against a server whose slowness is known. */
class LoadTest {
  private static final int STALL_MS = 400;
  private static final List<byte[]> REQUESTS = Collections.nCopies(200, "{}".getBytes(UTF_8));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger seen = new AtomicInteger();
  private final HttpServer server;
  private int stalledAt = -1;
  private int refusedAt = -1;

  LoadTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/v1/decisions",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          int number = seen.getAndIncrement();
          if (number == stalledAt) Pause.ms(STALL_MS);
          exchange.sendResponseHeaders(number == refusedAt ? 503 : 200, 2);
          exchange.getResponseBody().write("{}".getBytes(UTF_8));
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private Load load(int connections) {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new Load(address, "bw_key", connections);
  }

  @Test
  void requestsThatWaitBehindASlowOne_areCountedAsSlow() {
    stalledAt = 100;
    try (var load = load(1)) {
      Load.Result result = load.open(REQUESTS, 400);
      // Half of the requests were due after the stall began; most of them waited for its end.
      assertThat(result.ms(75)).isGreaterThan(STALL_MS / 4.0);
      assertThat(result.ms(25)).isLessThan(STALL_MS / 4.0);
      assertThat(result.micros().getTotalCount()).isEqualTo(200);
    }
  }

  @Test
  void requestThatIsRefused_isNotCountedAmongTheTimes() {
    refusedAt = 7;
    try (var load = load(4)) {
      Load.Result result = load.closed(REQUESTS);
      assertThat(result.refused()).isEqualTo(1);
      assertThat(result.micros().getTotalCount()).isEqualTo(199);
    }
  }
}
