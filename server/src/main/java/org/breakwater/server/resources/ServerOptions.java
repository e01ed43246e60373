package org.breakwater.server.resources;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.breakwater.server.EnvironmentFault;
import org.breakwater.server.Json;
import picocli.CommandLine.Option;

/** A running server, asked as a person. */
final class ServerOptions {
  private static final Duration WAIT = Duration.ofSeconds(20);

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "${env:BREAKWATER_SERVER:-http://127.0.0.1:8080}",
      description = "The running server; default: http://127.0.0.1:8080.")
  private String server = "http://127.0.0.1:8080";

  /** As it stands in a path. */
  static String escaped(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  /** Reads what everybody may read. */
  HttpResponse<String> read(String path) {
    return answer(HttpRequest.newBuilder(route(path)).GET());
  }

  /**
   * Enters something, with the person's key in {@code BREAKWATER_KEY}.
   *
   * @param body JSON
   * @return what the server says
   */
  HttpResponse<String> enter(String path, String body) {
    String key = System.getenv().getOrDefault("BREAKWATER_KEY", "");
    if (key.isEmpty())
      throw new EnvironmentFault(
          "put a key of your own into BREAKWATER_KEY; it is made at %s/keys".formatted(server));
    return answer(
        HttpRequest.newBuilder(route(path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Enters what a person found out about a place. */
  HttpResponse<String> enter(String id, String what, Map<String, String> body) {
    return enter("/v1/resources/%s/%s".formatted(escaped(id), what), Json.text(body));
  }

  private URI route(String path) {
    return URI.create(server + path);
  }

  private HttpResponse<String> answer(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.timeout(WAIT).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new EnvironmentFault("no server answers at `%s`".formatted(server));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFault("interrupted");
    }
  }
}
