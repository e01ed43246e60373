package org.breakwater.adapter.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A platform's API. */
public final class Api {
  /** What says something of the thing asked about, not of the platform's state. */
  private static final Set<Integer> TOLD = Set.of(200, 201, 202, 204, 404, 409, 410);

  private final Http http;
  private final String base;
  private final Map<String, String> headers;

  /**
   * @param title the platform's, for messages
   * @param headers what shows who asks
   */
  public Api(String title, URI base, Map<String, String> headers) {
    this.http = new Http(title, InstantSource.system());
    this.base = base.toString().replaceFirst("/+$", "");
    this.headers = Map.copyOf(headers);
  }

  /**
   * An answer.
   *
   * @param body missing where it is no JSON
   */
  public record Answer(int status, JsonNode body) {
    /** Whether what was asked about is not there, or not for this account. */
    public boolean isGone() {
      return status == 404 || status == 410;
    }
  }

  /** Reads; throws {@link Unanswered} unless it is there, or certainly not. */
  public Answer get(String path) {
    return told(response("GET", path, Map.of()));
  }

  /** Changes something, as above; 409 says that it is so already. */
  public Answer send(String method, String path, Map<String, String> form) {
    return told(response(method, path, form));
  }

  /** The status of reading something, for a check of the settings; 0 where there is no answer. */
  public int status(String path) {
    try {
      return response("GET", path, Map.of()).statusCode();
    } catch (Unanswered _) {
      return 0;
    }
  }

  private Answer told(HttpResponse<byte[]> response) {
    if (!TOLD.contains(response.statusCode())) throw http.later(response);
    return new Answer(response.statusCode(), Json.tree(response.body()));
  }

  private HttpResponse<byte[]> response(String method, String path, Map<String, String> form) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(request::setHeader);
    request.setHeader("Accept", "application/json");
    if (form.isEmpty()) return http.send(request.method(method, BodyPublishers.noBody()));
    String body =
        form.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    request.setHeader("Content-Type", "application/x-www-form-urlencoded");
    return http.send(request.method(method, BodyPublishers.ofString(body)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
