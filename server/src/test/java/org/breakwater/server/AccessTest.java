package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.server.access.Role;
import org.breakwater.server.access.Route;
import org.breakwater.server.access.Routes;
import org.breakwater.server.access.Scope;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every route × everybody: who may get past the door, and who may not. */
class AccessTest {
  private static final RunningServer SERVER = SharedServer.get();

  @TestFactory
  Stream<DynamicTest> everyRoute_admitsWhoStandsInTheTable_andNobodyElse() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Route route : Routes.ALL) {
      String name = route.method() + " " + route.path();
      tests.add(DynamicTest.dynamicTest(name + " for nobody", () -> nobody(route)));
      for (Scope scope : Scope.values())
        tests.add(DynamicTest.dynamicTest(name + " for " + scope, () -> machine(route, scope)));
      for (Role role : Role.values())
        tests.add(DynamicTest.dynamicTest(name + " for " + role.word(), () -> person(route, role)));
    }
    return tests.stream();
  }

  private static void nobody(Route route) {
    var response = SERVER.send(route.method(), path(route), "", Map.of());
    if (route.way() == Route.Way.OPEN) assertThat(isPast(response)).isTrue();
    else assertThat(isPast(response)).as(response.body()).isFalse();
  }

  private static void machine(Route route, Scope scope) {
    var key = SharedServer.key(scope);
    var response =
        SERVER.send(route.method(), path(route), "", Map.of("Authorization", "Bearer " + key));
    boolean may =
        route.way() == Route.Way.OPEN
            || (route.way() == Route.Way.KEY && route.scopes().contains(scope));
    assertThat(isPast(response)).as(response.statusCode() + response.body()).isEqualTo(may);
  }

  private static void person(Route route, Role role) {
    Visitor visitor = SharedServer.person(role);
    boolean byKey = route.way() == Route.Way.KEY;
    var headers =
        byKey
            ? Map.of("Authorization", "Bearer " + visitor.key())
            : Map.of("Cookie", visitor.cookie());
    var response = SERVER.send(route.method(), path(route), "", headers);
    boolean may = route.way() == Route.Way.OPEN || route.roles().contains(role);
    assertThat(isPast(response)).as(response.statusCode() + response.body()).isEqualTo(may);
    // The other way in counts for nothing.
    if (route.way() == Route.Way.OPEN) return;
    var crossed =
        byKey
            ? Map.of("Cookie", visitor.cookie())
            : Map.of("Authorization", "Bearer " + visitor.key());
    assertThat(isPast(SERVER.send(route.method(), path(route), "", crossed))).isFalse();
  }

  /** Whether the door let it through; forms without their token are refused behind it. */
  private static boolean isPast(HttpResponse<String> response) {
    boolean shownTheLogin =
        response.statusCode() == 303
            && response.headers().firstValue("Location").orElse("").equals("/login");
    boolean refused = response.statusCode() == 401 || response.statusCode() == 403;
    boolean byTheForm =
        response.body().contains("\"member\":\"csrf\"") || response.body().contains("<form");
    boolean byTheProvider = response.request().uri().getPath().equals("/login/oidc");
    return !shownTheLogin && (!refused || byTheForm || byTheProvider);
  }

  private static String path(Route route) {
    return route
        .path()
        .replace("{version}", "2021-11")
        .replaceAll("\\{\\+?\\w+}", "018f0000-0000-7000-8000-000000000000");
  }

  /** The test above takes the table at its word; here it is held to what people wrote down. */
  @Test
  void theTable_saysWhatTheDocumentSays() throws IOException {
    List<String> table =
        Routes.ALL.stream()
            .map(
                route ->
                    "| %s | `%s` | %s | %s | %s |"
                        .formatted(
                            route.method(),
                            route.path(),
                            route.way().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            words(route.scopes(), Scope.values().length),
                            words(route.roles(), Role.values().length)))
            .toList();
    List<String> document =
        Files.readAllLines(Path.of("..", "docs", "security.md")).stream()
            .filter(line -> line.matches("\\| (GET|POST|PATCH|DELETE) \\|.*"))
            .toList();
    assertThat(document).containsExactlyElementsOf(table);
  }

  private static String words(Set<? extends Enum<?>> some, int all) {
    if (some.size() == all) return "all";
    return some.stream()
        .sorted(Comparator.comparing(Enum::ordinal))
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  @Test
  void everyRouteOfTheServer_standsInTheTable() {
    // What the framework serves besides ours is closed by its absence from the table.
    for (String path : List.of("/q/", "/q/swagger-ui", "/q/arc/beans", "/q/dev", "/favicon.ico"))
      assertThat(SERVER.get(path).statusCode()).as(path).isEqualTo(404);
    Set<String> described = new HashSet<>();
    Json.tree(SERVER.get("/q/openapi?format=json").body())
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            described.add(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
    Set<String> table = new HashSet<>();
    for (Route route : Routes.ALL) table.add(route.method() + " " + route.path());
    assertThat(described).as("described and in the table").isEqualTo(table);
  }

  @Test
  void formOfAPage_withoutItsToken_changesNothing() {
    for (Route route : Routes.ALL) {
      boolean form =
          route.method().equals("POST")
              && (route.way() == Route.Way.SESSION || route.way() == Route.Way.ANY_SESSION);
      if (!form) continue;
      var response =
          SERVER.send(
              "POST",
              path(route),
              "csrf=guessed",
              Map.of(
                  "Cookie",
                  SharedServer.person(Role.ADMINISTRATOR).cookie(),
                  "Content-Type",
                  "application/x-www-form-urlencoded"));
      assertThat(response.statusCode()).as(route.path()).isEqualTo(403);
      assertThat(response.body()).contains("\"member\":\"csrf\"");
    }
  }

  @Test
  void formFromAnotherSite_isRefused() {
    for (var header :
        List.of(
            Map.entry("Sec-Fetch-Site", "cross-site"),
            Map.entry("Sec-Fetch-Site", "same-site"),
            Map.entry("Origin", "https://evil.example.org"))) {
      Map<String, String> headers = new HashMap<>(Map.of("Cookie", visitor().cookie()));
      headers.put(header.getKey(), header.getValue());
      assertThat(SERVER.send("POST", "/login", "", headers).statusCode()).isEqualTo(403);
      assertThat(SERVER.send("POST", "/keys", "", headers).statusCode()).isEqualTo(403);
    }
  }

  private static Visitor visitor() {
    return SharedServer.person(Role.MODERATOR);
  }

  @Test
  void everyAnswer_carriesTheSecurityHeaders() {
    for (String path : List.of("/login", "/v1/nothing", "/checkpoint", "/style.css")) {
      var headers = SERVER.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }
  }

  @Test
  void othersKeys_areNeitherSeenNorRevoked_butByAnAdministrator() {
    Visitor mine = SharedServer.person(Role.MODERATOR);
    Visitor other = SharedServer.person(Role.AUDITOR);
    String key = other.keyId(SERVER);
    assertThat(mine.get(SERVER, "/keys").body()).doesNotContain(key);
    assertThat(mine.post(SERVER, "/keys/" + key + "/revoke", "").statusCode()).isEqualTo(404);
    Visitor administrator = SharedServer.person(Role.ADMINISTRATOR);
    assertThat(administrator.get(SERVER, "/keys").body()).contains(key);
    String spare = Visitor.madeKey(other.post(SERVER, "/keys", "name=spare").body());
    assertThat(SERVER.send("GET", "/q/openapi", "", bearer(spare)).statusCode()).isEqualTo(200);
    String spareId = other.newestKeyId(SERVER);
    assertThat(administrator.post(SERVER, "/keys/" + spareId + "/revoke", "").statusCode())
        .isEqualTo(303);
    assertThat(SERVER.send("GET", "/q/openapi", "", bearer(spare)).statusCode()).isEqualTo(401);
  }

  private static Map<String, String> bearer(String key) {
    return Map.of("Authorization", "Bearer " + key);
  }
}
