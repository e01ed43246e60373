package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person at a browser, logged in.
 *
 * @param key of their own
 */
record Visitor(String name, String password, String cookie, String csrf, String key) {
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Logs in with a one-time password, changes it, and makes a key. */
  static Visitor enter(RunningServer server, String name, String oneTime) {
    String first = login(server, name, oneTime);
    String password = "a long enough secret of " + name.hashCode();
    var changed =
        server.send(
            "POST",
            "/password",
            "csrf=%s&now=%s&next=%s"
                .formatted(csrf(server, first, "/password"), encoded(oneTime), encoded(password)),
            Map.of("Cookie", first, "Content-Type", FORM));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(303);
    String cookie = cookie(changed);
    String csrf = csrf(server, cookie, "/keys");
    var made = new Visitor(name, password, cookie, csrf, "").post(server, "/keys", "name=test");
    return new Visitor(name, password, cookie, csrf, madeKey(made.body()));
  }

  /** The same person with another session. */
  Visitor with(RunningServer server, String other) {
    return new Visitor(name, password, other, csrf(server, other, "/keys"), key);
  }

  static String login(RunningServer server, String name, String password) {
    return cookie(tryLogin(server, name, password));
  }

  static HttpResponse<String> tryLogin(RunningServer server, String name, String password) {
    return server.send(
        "POST",
        "/login",
        "name=%s&password=%s".formatted(encoded(name), encoded(password)),
        Map.of("Content-Type", FORM));
  }

  static String cookie(HttpResponse<String> response) {
    String header = response.headers().firstValue("Set-Cookie").orElseThrow();
    return header.substring(0, header.indexOf(';'));
  }

  static String madeKey(String page) {
    return found(page, "<code>(bw_[^<]+)</code>").getFirst();
  }

  /** Lets somebody in; returns the password for their first login. */
  String oneTime(RunningServer server, String person, String role) {
    String page = post(server, "/people", "name=" + person + "&role=" + role).body();
    return found(page, "<code>([^<]+)</code>").getFirst();
  }

  /** The id of the key that was made first. */
  String keyId(RunningServer server) {
    return keyIds(server).getFirst();
  }

  String newestKeyId(RunningServer server) {
    return keyIds(server).getLast();
  }

  private List<String> keyIds(RunningServer server) {
    return found(get(server, "/keys").body(), "/keys/([0-9a-f-]{36})/revoke");
  }

  HttpResponse<String> get(RunningServer server, String path) {
    return server.send("GET", path, "", Map.of("Cookie", cookie));
  }

  /** Sends a form of a page, with its token. */
  HttpResponse<String> post(RunningServer server, String path, String form) {
    return server.send(
        "POST",
        path,
        "csrf=" + encoded(csrf) + (form.isEmpty() ? "" : "&" + form),
        Map.of("Cookie", cookie, "Content-Type", FORM));
  }

  private static String csrf(RunningServer server, String cookie, String path) {
    String page = server.send("GET", path, "", Map.of("Cookie", cookie)).body();
    return found(page, "name=\"csrf\" value=\"([^\"]+)\"").getFirst();
  }

  private static List<String> found(String page, String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    while (matcher.find()) found.add(matcher.group(1));
    if (found.isEmpty()) throw new AssertionError("no " + pattern + " in " + page);
    return found;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
