package org.breakwater.adapter.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Receives what both sides send. */
public final class Bridge implements AutoCloseable {
  private static final int BODY_BYTES_MAX = 1 << 20;
  private static final int SECONDS_TO_END = 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Bridge(HttpServer server) {
    this.server = server;
  }

  /** What takes a webhook. */
  @FunctionalInterface
  private interface Hook {
    Reply take(Headers headers, byte[] body);
  }

  /**
   * Listens from now on.
   *
   * @param log is told what did not go as it should, without content or person
   * @throws IOException if it cannot listen there
   */
  public static Bridge open(Platform platform, Settings settings, Consumer<String> log)
      throws IOException {
    // Whoever is slow to send, or opens many connections, must not keep others out.
    System.setProperty("sun.net.httpserver.maxReqTime", "20");
    System.setProperty("jdk.httpserver.maxConnections", "200");
    var at = new InetSocketAddress(settings.host(), settings.port());
    if (at.isUnresolved()) throw new UnknownHostException("no such host");
    var bridge = new Bridge(HttpServer.create(at, 0));
    var intake = new Intake(platform, settings, log);
    var delivery = new Delivery(platform, settings, log);
    bridge.route("/hooks/" + platform.path(), intake::take);
    bridge.route("/hooks/breakwater", delivery::take);
    bridge.server.createContext("/", Bridge::other);
    bridge.server.setExecutor(bridge.threads);
    bridge.server.start();
    return bridge;
  }

  /** Whether the settings are good, as far as harmless calls to both sides can say. */
  public static List<Platform.Finding> check(Platform platform, Settings settings) {
    var breakwater = new Breakwater(settings.breakwater(), settings.secrets().breakwaterKey());
    List<Platform.Finding> findings = new ArrayList<>();
    findings.add(breakwater.check());
    try {
      findings.addAll(platform.check());
    } catch (Unanswered unanswered) {
      findings.add(new Platform.Finding(false, String.valueOf(unanswered.getMessage())));
    }
    return findings;
  }

  /** Where it listens. */
  public URI address() {
    InetSocketAddress at = server.getAddress();
    String host = at.getAddress().getHostAddress();
    return URI.create(
        "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, at.getPort()));
  }

  private void route(String path, Hook hook) {
    server.createContext(path, exchange -> take(exchange, path, hook));
  }

  private static void take(HttpExchange exchange, String path, Hook hook) throws IOException {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      other(exchange);
      return;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      answer(exchange, new Reply(405, "only POST"));
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
    boolean fits = body.length <= BODY_BYTES_MAX;
    answer(
        exchange,
        fits ? hook.take(exchange.getRequestHeaders(), body) : new Reply(413, "longer than 1 MiB"));
  }

  private static void other(HttpExchange exchange) throws IOException {
    boolean isHealth = exchange.getRequestURI().getPath().equals("/health");
    answer(exchange, isHealth ? new Reply(200, "up") : new Reply(404, "nothing is here"));
  }

  private static void answer(HttpExchange exchange, Reply reply) throws IOException {
    try (exchange) {
      ObjectNode body = Json.object().put("words", reply.words());
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "application/json");
      Optional.of(reply.retryAfter())
          .filter(each -> each.isPositive())
          .ifPresent(each -> headers.set("Retry-After", Long.toString(each.toSeconds())));
      byte[] bytes = body.toString().getBytes(UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Takes nothing more, and waits for what is under way. */
  @Override
  public void close() {
    server.stop(SECONDS_TO_END);
    threads.close();
  }
}
