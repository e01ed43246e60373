package org.breakwater.server.demo;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The people who work at the platform, let in by its administrator, each with a key of their own.
 */
final class Office {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Api api;
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final Map<String, String> passwords = new LinkedHashMap<>();

  private Office(Api api) {
    this.api = api;
  }

  /**
   * Logs the first administrator in, as a person would, and has everybody else let in.
   *
   * @param oneTime the administrator's first password
   * @param people role by name
   */
  static Office opened(Api api, String oneTime, Map<String, String> people) {
    var office = new Office(api);
    String administrator = office.enter("admin", oneTime);
    people.forEach(
        (name, role) -> {
          String page =
              office.form(administrator, "/people", Map.of("name", name, "role", role)).body();
          office.enter(name, found(page, "<code>([^<]+)</code>"));
        });
    return office;
  }

  /** The key of a person. */
  String key(String name) {
    String key = keys.get(name);
    if (key == null) throw new IllegalArgumentException("nobody is called " + name);
    return key;
  }

  /** For each person name, role, password and key. */
  List<String> logins() {
    return passwords.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            each ->
                "%-5s %-20s %s %s"
                    .formatted(
                        each.getKey(),
                        Desk.PEOPLE.getOrDefault(each.getKey(), "administrator"),
                        each.getValue(),
                        key(each.getKey())))
        .toList();
  }

  /** Changes the one-time password and makes a key; returns the session's cookie. */
  private String enter(String name, String oneTime) {
    String password = fresh();
    String first = login(name, oneTime);
    form(first, "/password", Map.of("now", oneTime, "next", password));
    String cookie = login(name, password);
    String page = form(cookie, "/keys", Map.of("name", "demo")).body();
    passwords.put(name, password);
    keys.put(name, found(page, "<code>(bw_[^<]+)</code>"));
    return cookie;
  }

  private String login(String name, String password) {
    HttpResponse<String> answer =
        api.form("/login", "", Map.of("name", name, "password", password));
    String header = answer.headers().firstValue("Set-Cookie").orElse("");
    return header.substring(0, Math.max(0, header.indexOf(';')));
  }

  private HttpResponse<String> form(String cookie, String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("csrf", found(api.page(path, cookie), "name=\"csrf\" value=\"([^\"]+)\""));
    return api.form(path, cookie, all);
  }

  private static String fresh() {
    byte[] bytes = new byte[18];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String found(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    if (!matcher.find()) throw new IllegalStateException("the page has no " + pattern);
    return matcher.group(1);
  }
}
