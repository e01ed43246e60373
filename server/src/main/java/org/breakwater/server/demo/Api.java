package org.breakwater.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.breakwater.server.Json;

/** The server as everybody of the simulated platform sees it: over HTTP. */
final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  Api(URI address) {
    this.address = address;
  }

  /** What the server did not do, with its words for why. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    Refused(String request, HttpResponse<String> response) {
      super("%s: %d %s".formatted(request, response.statusCode(), response.body()));
      this.status = response.statusCode();
    }

    int status() {
      return status;
    }
  }

  /** Sends an object, and reads one. */
  JsonNode post(String path, String key, Map<String, ?> body) {
    return json(send("POST", path, Json.text(body), bearer(key)));
  }

  JsonNode delete(String path, String key, Map<String, ?> body) {
    return json(send("DELETE", path, Json.text(body), bearer(key)));
  }

  JsonNode get(String path, String key) {
    return json(send("GET", path, "", bearer(key)));
  }

  /** A page that anybody may read. */
  String page(String path) {
    return send("GET", path, "", Map.of("Accept", "text/html")).body();
  }

  /** A form of a page, as a browser sends it; follows no redirect. */
  HttpResponse<String> form(String path, String cookie, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    Map<String, String> headers =
        cookie.isEmpty()
            ? Map.of("Content-Type", "application/x-www-form-urlencoded")
            : Map.of("Content-Type", "application/x-www-form-urlencoded", "Cookie", cookie);
    return send("POST", path, body, headers);
  }

  String page(String path, String cookie) {
    return send("GET", path, "", Map.of("Cookie", cookie, "Accept", "text/html")).body();
  }

  private static Map<String, String> bearer(String key) {
    return Map.of("Authorization", "Bearer " + key, "Content-Type", "application/json");
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.tree(response.body().isEmpty() ? "{}" : response.body());
  }

  private HttpResponse<String> send(
      String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      List<Integer> good = List.of(200, 201, 202, 204, 303);
      if (!good.contains(response.statusCode())) throw new Refused(method + " " + path, response);
      return response;
    } catch (IOException e) {
      throw new IllegalStateException("the server is gone: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
