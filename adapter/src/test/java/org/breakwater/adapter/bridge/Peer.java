package org.breakwater.adapter.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** One of both sides on this machine, which keeps what it was asked and can be told to fail. */
public abstract class Peer implements AutoCloseable {
  public static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Queue<Failure> failures = new ArrayDeque<>();

  /** What it was asked. */
  public record Request(
      String method, String path, Map<String, String> query, String body, String authorization) {
    /** As `PUT /path`. */
    public String line() {
      return method + " " + path;
    }

    public Map<String, String> form() {
      return fields(body);
    }
  }

  /** What it answers; the body is JSON, or empty. */
  public record Answer(int status, String body) {
    public static Answer of(int status) {
      return new Answer(status, "{}");
    }

    public static Answer of(JsonNode body) {
      return new Answer(200, body.toString());
    }
  }

  private record Failure(int status, String retryAfter) {}

  // Nobody knows the address before the peer is complete.
  @SuppressWarnings("this-escape")
  protected Peer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError("no free port", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  protected abstract Answer answer(Request request);

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** All that was asked, also what was failed. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Those that change something. */
  public List<String> changes() {
    return requests.stream()
        .filter(each -> !each.method().equals("GET"))
        .map(Request::line)
        .toList();
  }

  /** The next request is answered so, and nothing else happens. */
  public synchronized void failOnce(int status, String retryAfter) {
    failures.add(new Failure(status, retryAfter));
  }

  private synchronized Failure failure() {
    Failure next = failures.poll();
    return next == null ? new Failure(0, "") : next;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      URI uri = exchange.getRequestURI();
      var request =
          new Request(
              exchange.getRequestMethod(),
              uri.getPath(),
              fields(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8),
              headers.getFirst("Authorization") + headers.getFirst("Api-Key"));
      requests.add(request);
      Failure failure = failure();
      if (!failure.retryAfter().isEmpty())
        exchange.getResponseHeaders().set("Retry-After", failure.retryAfter());
      Answer answer = failure.status() == 0 ? answer(request) : Answer.of(failure.status());
      byte[] body = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      int end = pair.indexOf('=');
      if (end > 0)
        fields.put(
            URLDecoder.decode(pair.substring(0, end), UTF_8),
            URLDecoder.decode(pair.substring(end + 1), UTF_8));
    }
    return fields;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
