package org.breakwater.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the first administrator and a moderator do in their browsers. */
final class FirstPeople {
  private static final String PASSWORD = "nine herons over slow water";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private String cookie = "";

  FirstPeople(String address) {
    this.address = address;
  }

  /** The key of a moderator whom the administrator let in. */
  String moderatorsKey(String printed) throws IOException, InterruptedException {
    enter("admin", StartedServer.said(printed, "login    admin"));
    String oneTime =
        found(post("/people", Map.of("name", "mona", "role", "moderator")), "<code>([^<]+)</code>");
    enter("mona", oneTime);
    return found(post("/keys", Map.of("name", "readme")), "<code>(bw_[^<]+)</code>");
  }

  private void enter(String name, String oneTime) throws IOException, InterruptedException {
    cookie = "";
    send("/login", Map.of("name", name, "password", oneTime));
    post("/password", Map.of("now", oneTime, "next", PASSWORD));
  }

  /** Sends a page's form. */
  private String post(String page, Map<String, String> fields)
      throws IOException, InterruptedException {
    var request = request(page).GET().build();
    String shown = client.send(request, BodyHandlers.ofString()).body();
    var all = new HashMap<>(fields);
    all.put("csrf", found(shown, "name=\"csrf\" value=\"([^\"]+)\""));
    return send(page, all);
  }

  private String send(String page, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        request(page)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    var response = client.send(request, BodyHandlers.ofString());
    response
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return response.body();
  }

  private HttpRequest.Builder request(String page) {
    return HttpRequest.newBuilder(URI.create(address + page)).header("Cookie", cookie);
  }

  private static String found(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    if (!matcher.find()) throw new AssertionError("no " + pattern + " in " + page);
    return matcher.group(1);
  }
}
