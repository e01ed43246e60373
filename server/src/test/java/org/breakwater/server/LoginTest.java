package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.breakwater.server.access.Role;
import org.junit.jupiter.api.Test;

/** In and out. */
class LoginTest {
  private static final RunningServer SERVER = SharedServer.get();
  private static final Visitor ADMINISTRATOR = SharedServer.person(Role.ADMINISTRATOR);

  @Test
  void oneTimePassword_opensNothing_butThePageThatChangesIt() {
    String oneTime = ADMINISTRATOR.oneTime(SERVER, "newcomer", "auditor");
    String cookie = Visitor.login(SERVER, "newcomer", oneTime);
    for (String page : new String[] {"/", "/keys"}) {
      var response = SERVER.send("GET", page, "", Map.of("Cookie", cookie));
      assertThat(response.statusCode()).isEqualTo(303);
      assertThat(response.headers().firstValue("Location")).contains("/password");
    }
    Visitor visitor = Visitor.enter(SERVER, "newcomer", oneTime);
    assertThat(visitor.get(SERVER, "/").statusCode()).isEqualTo(200);
    assertThat(Visitor.tryLogin(SERVER, "newcomer", oneTime).statusCode()).isEqualTo(401);
    assertThat(SERVER.send("GET", "/password", "", Map.of("Cookie", cookie)).statusCode())
        .as("sessions from before end with the old password")
        .isEqualTo(303);
  }

  @Test
  void cookie_isForThisServerAndNoScript() {
    String cookie =
        Visitor.tryLogin(SERVER, "admin", ADMINISTRATOR.password())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Max-Age");
  }

  @Test
  void logout_endsTheSession() {
    String cookie = Visitor.login(SERVER, "admin", ADMINISTRATOR.password());
    var visitor = ADMINISTRATOR.with(SERVER, cookie);
    assertThat(visitor.post(SERVER, "/logout", "").statusCode()).isEqualTo(303);
    var after = visitor.get(SERVER, "/");
    assertThat(after.headers().firstValue("Location")).contains("/login");
    assertThat(ADMINISTRATOR.get(SERVER, "/").statusCode()).isEqualTo(200);
  }

  @Test
  void closedAccount_hasNoSessionAndNoKey() {
    Visitor leaver = SharedServer.letIn(ADMINISTRATOR, "leaver", "moderator");
    String id =
        SharedServer.column("select person::text from person where name = 'leaver'").getFirst();
    var closed = ADMINISTRATOR.post(SERVER, "/people/" + id + "/close", "");
    assertThat(closed.statusCode()).isEqualTo(303);
    assertThat(leaver.get(SERVER, "/").headers().firstValue("Location")).contains("/login");
    assertThat(Visitor.tryLogin(SERVER, "leaver", leaver.password()).statusCode()).isEqualTo(401);
    RunningServer.pause(2_500);
    assertThat(
            SERVER
                .send("GET", "/q/openapi", "", Map.of("Authorization", "Bearer " + leaver.key()))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void idleAndOldSessions_end() {
    for (String past :
        List.of(
            "seen_at = now() - interval '31 minutes'",
            "created_at = now() - interval '13 hours'")) {
      Visitor visitor = SharedServer.letIn(ADMINISTRATOR, "idler" + past.length(), "auditor");
      assertThat(visitor.get(SERVER, "/").statusCode()).isEqualTo(200);
      SharedServer.column(
          """
          update session set %s from person
          where session.person = person.person and name = '%s' returning csrf
          """
              .formatted(past, visitor.name()));
      assertThat(visitor.get(SERVER, "/").headers().firstValue("Location")).contains("/login");
    }
  }

  @Test
  void fiveWrongPasswords_lockTheName_alsoForTheRightOne() {
    Visitor visitor = SharedServer.letIn(ADMINISTRATOR, "guessed", "auditor");
    for (int i = 0; i < 5; i++)
      assertThat(Visitor.tryLogin(SERVER, "guessed", "wrong " + i).statusCode()).isEqualTo(401);
    var locked = Visitor.tryLogin(SERVER, "guessed", visitor.password());
    assertThat(locked.statusCode()).isEqualTo(401);
    String unknown = Visitor.tryLogin(SERVER, "nobody-here", "wrong").body();
    assertThat(locked.body()).as("says no more than to anybody").isEqualTo(unknown);
    assertThat(SharedServer.acts())
        .contains("{\"act\":\"refused login, locked\",\"by\":\"person guessed\"")
        .doesNotContain("nobody-here");
  }

  @Test
  void weakPasswords_areRefused() {
    Visitor visitor = SharedServer.letIn(ADMINISTRATOR, "choosy", "auditor");
    for (String weak :
        List.of(
            "short",
            "aaaaaaaaaaaaaaaa",
            "xx choosy xx",
            "x".repeat(129),
            "password1234",
            "qwertyuiop12",
            "Password123!")) {
      var response =
          visitor.post(
              SERVER,
              "/password",
              "now=" + Visitor.encoded(visitor.password()) + "&next=" + Visitor.encoded(weak));
      assertThat(response.statusCode()).as(weak).isEqualTo(400);
    }
  }

  @Test
  void statusPage_needsNoScript_andHidesSmallFigures() {
    SERVER.post("/v1/decisions", "{\"id\":\"st1\",\"text\":\"good morning\"}");
    String page = ADMINISTRATOR.get(SERVER, "/").body();
    assertThat(page)
        .contains("human-exploitation@2021-11", "<svg", "under 11", "breakwater/")
        .doesNotContain("<script", "http://", "https://", "style=");
  }

  @Test
  void whatSomebodyTypes_isEscaped() {
    String page = ADMINISTRATOR.post(SERVER, "/keys", "name=" + Visitor.encoded("<b>\0\"x")).body();
    assertThat(page).contains("&lt;b&gt;").doesNotContain("<b>");
    assertThat(Visitor.tryLogin(SERVER, "a\0b", "\0").statusCode()).isEqualTo(401);
  }

  @Test
  void metrics_nameNoContent_andTellTheStages() {
    SERVER.get("/v1/contents/secret-content/decisions");
    SERVER.post("/v1/decisions", "{\"id\":\"m1\",\"text\":\"good morning\",\"lang\":\"ti\"}");
    String key = SharedServer.person(Role.AUDITOR).key();
    String metrics =
        SERVER.send("GET", "/q/metrics", "", Map.of("Authorization", "Bearer " + key)).body();
    assertThat(metrics)
        .contains(
            "breakwater_stage_seconds_count{stage=\"commit\"}",
            "breakwater_decisions_total{outcome=\"allow\"}",
            "breakwater_log_lag",
            "breakwater_groups_total")
        .doesNotContain("secret-content", "\"ti\"", "escalate");
  }
}
