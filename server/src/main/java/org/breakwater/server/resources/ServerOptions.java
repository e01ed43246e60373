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

  /**
   * Enters what a person found out, with the person's key in {@code BREAKWATER_KEY}.
   *
   * @return what the server says
   */
  HttpResponse<String> enter(String id, String what, Map<String, String> body) {
    String key = System.getenv().getOrDefault("BREAKWATER_KEY", "");
    if (key.isEmpty())
      throw new EnvironmentFault(
          "put a key of your own into BREAKWATER_KEY; it is made at %s/keys".formatted(server));
    String escaped = URLEncoder.encode(id, StandardCharsets.UTF_8);
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI route = URI.create("%s/v1/resources/%s/%s".formatted(server, escaped, what));
      HttpRequest request =
          HttpRequest.newBuilder(route)
              .timeout(WAIT)
              .header("Authorization", "Bearer " + key)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new EnvironmentFault("no server answers at `%s`".formatted(server));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFault("interrupted");
    }
  }
}
