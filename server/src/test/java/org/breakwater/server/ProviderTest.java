package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People whom an OIDC provider vouches for, end to end with one that runs here. */
@Tag("long")
class ProviderTest {
  private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
  private static RunningServer server;

  @BeforeAll
  static void start() {
    PROVIDER.start();
    server =
        RunningServer.on("provider-data", "--oidc-issuer", PROVIDER.issuerUrl("staff").toString());
  }

  @AfterAll
  static void end() {
    server.close();
    PROVIDER.shutdown();
  }

  /** A browser: it keeps cookies and goes where it is sent. */
  private static HttpClient browser() {
    return HttpClient.newBuilder()
        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
        .followRedirects(HttpClient.Redirect.ALWAYS)
        .build();
  }

  private static HttpResponse<String> get(HttpClient browser, String path) {
    try {
      return browser.send(
          HttpRequest.newBuilder(server.request(path).build().uri()).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void vouchFor(String subject, String name, List<String> groups) {
    PROVIDER.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            "staff",
            subject,
            "JWT",
            List.of("breakwater"),
            Map.of("preferred_username", name, "groups", groups),
            3_600));
  }

  @Test
  void personWithARole_comesIn_andHasThatRole() {
    vouchFor("s-1", "olga", List.of("auditor", "something else"));
    HttpClient browser = browser();
    assertThat(get(browser, "/login/oidc").body()).contains("You are logged in");
    assertThat(get(browser, "/").body()).contains("<h1>Status</h1>", "olga");
    assertThat(get(browser, "/people").statusCode()).isEqualTo(403);
    vouchFor("s-1", "olga", List.of("administrator"));
    HttpClient later = browser();
    get(later, "/login/oidc");
    assertThat(get(later, "/people").body()).as("roles are the provider's of now").contains("olga");
  }

  @Test
  void personWithoutARole_staysOutside() {
    vouchFor("s-2", "mallory", List.of("guests"));
    HttpClient browser = browser();
    assertThat(get(browser, "/login/oidc").body()).contains("gives you no role here");
    assertThat(get(browser, "/").body()).contains("<h1>Log in</h1>");
  }

  @Test
  void nameOfALocalPerson_isNotTakenOver() {
    vouchFor("s-3", "admin", List.of("auditor"));
    HttpClient browser = browser();
    assertThat(get(browser, "/login/oidc").body()).contains("the name `admin` is taken here");
  }

  @Test
  void answerThatNobodyAskedFor_isRefused() {
    HttpClient browser = browser();
    get(browser, "/login/oidc?code=stolen&state=made-up");
    assertThat(get(browser, "/").body()).contains("<h1>Log in</h1>");
  }
}
