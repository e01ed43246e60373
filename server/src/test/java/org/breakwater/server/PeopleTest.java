package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.breakwater.server.access.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What administrators do about people, and people about themselves. */
@Tag("long")
class PeopleTest {
  private static final RunningServer SERVER = SharedServer.get();
  private static final Visitor ADMINISTRATOR = SharedServer.person(Role.ADMINISTRATOR);

  private static String id(String name) {
    return SharedServer.column("select person::text from person where name = '" + name + "'")
        .getFirst();
  }

  private static int changeRoles(Visitor by, String name, String form) {
    return by.post(SERVER, "/people/" + id(name) + "/roles", form).statusCode();
  }

  @Test
  void roles_areChangedByAnAdministrator_atOnce_andInTheLog() {
    Visitor promoted = SharedServer.letIn(ADMINISTRATOR, "promoted", "moderator");
    assertThat(promoted.get(SERVER, "/people").statusCode()).isEqualTo(403);
    assertThat(changeRoles(ADMINISTRATOR, "promoted", "role=auditor&role=administrator"))
        .isEqualTo(303);
    assertThat(promoted.get(SERVER, "/people").statusCode()).isEqualTo(200);
    assertThat(SharedServer.acts())
        .contains(
            "{\"act\":\"change roles\",\"by\":\"person admin\",\"object\":\"promoted:"
                + " auditor administrator\"}");
    assertThat(changeRoles(ADMINISTRATOR, "promoted", "role=auditor")).isEqualTo(303);
    assertThat(promoted.get(SERVER, "/people").statusCode()).isEqualTo(403);
  }

  @Test
  void ownRoles_andTheLastAdministrator_stay() {
    assertThat(changeRoles(ADMINISTRATOR, "admin", "role=auditor")).isEqualTo(400);
    Visitor second = SharedServer.letIn(ADMINISTRATOR, "second-admin", "administrator");
    assertThat(changeRoles(second, "second-admin", "role=auditor&role=administrator"))
        .isEqualTo(400);
    assertThat(changeRoles(second, "admin", "")).as("no role at all").isEqualTo(400);
    assertThat(changeRoles(second, "admin", "role=emperor")).isEqualTo(400);
    assertThat(changeRoles(ADMINISTRATOR, "second-admin", "role=auditor")).isEqualTo(303);
    assertThat(second.post(SERVER, "/people/" + id("admin") + "/close", "").statusCode())
        .isEqualTo(403);
    assertThat(ADMINISTRATOR.post(SERVER, "/people/nobody/roles", "role=auditor").statusCode())
        .isEqualTo(400);
  }

  @Test
  void personOfAProvider_keepsTheProvidersRoles() {
    SharedServer.column(
        """
        insert into person (person, name, subject, roles, created_at, password_at)
        values (gen_random_uuid(), 'vouched', 'https://id.example.org 1', 'auditor', now(), now())
        returning name
        """);
    assertThat(changeRoles(ADMINISTRATOR, "vouched", "role=administrator")).isEqualTo(400);
    assertThat(
            ADMINISTRATOR.post(SERVER, "/people/" + id("vouched") + "/password", "").statusCode())
        .isEqualTo(400);
    assertThat(ADMINISTRATOR.get(SERVER, "/people").body()).contains("roles by your provider");
  }

  @Test
  void nameOfAClosedAccount_staysClosed() {
    SharedServer.letIn(ADMINISTRATOR, "closed-one", "auditor");
    ADMINISTRATOR.post(SERVER, "/people/" + id("closed-one") + "/close", "");
    assertThat(ADMINISTRATOR.post(SERVER, "/people", "name=closed-one&role=auditor").statusCode())
        .isEqualTo(400);
  }

  @Test
  void oneTimePassword_opensNothingAfterADay_andIsRenewed() {
    String oneTime = ADMINISTRATOR.oneTime(SERVER, "late", "auditor");
    SharedServer.column(
        "update person set password_at = now() - interval '25 hours' where name = 'late'"
            + " returning name");
    assertThat(Visitor.tryLogin(SERVER, "late", oneTime).statusCode()).isEqualTo(401);
    assertThat(SharedServer.acts()).contains("one-time password is over");
    String page = ADMINISTRATOR.post(SERVER, "/people/" + id("late") + "/password", "").body();
    String renewed = found(page, "<code>([^<]+)</code>").getFirst();
    assertThat(Visitor.tryLogin(SERVER, "late", oneTime).statusCode()).isEqualTo(401);
    Visitor late = Visitor.enter(SERVER, "late", renewed);
    assertThat(late.get(SERVER, "/").statusCode()).isEqualTo(200);
    SharedServer.column(
        "update person set password_at = now() - interval '25 hours' where name = 'late'"
            + " returning name");
    assertThat(Visitor.tryLogin(SERVER, "late", late.password()).statusCode())
        .as("a password of one's own does not lapse")
        .isEqualTo(303);
  }

  @Test
  void sessions_areSeenAndEnded_byTheirPersonAlone() {
    Visitor here = SharedServer.letIn(ADMINISTRATOR, "traveller", "auditor");
    Visitor there = here.with(SERVER, Visitor.login(SERVER, "traveller", here.password()));
    String pattern = "/sessions/([0-9a-f-]{36})/end";
    List<String> mine = found(here.get(SERVER, "/sessions").body(), pattern);
    assertThat(mine).hasSize(2);
    Visitor other = SharedServer.person(Role.AUDITOR);
    assertThat(other.get(SERVER, "/sessions").body()).doesNotContain(mine.get(0), mine.get(1));
    String newest = "/sessions/" + mine.getFirst() + "/end";
    assertThat(other.post(SERVER, newest, "").statusCode()).isEqualTo(404);
    assertThat(ADMINISTRATOR.post(SERVER, newest, "").statusCode()).isEqualTo(404);
    assertThat(there.get(SERVER, "/").statusCode()).isEqualTo(200);
    assertThat(here.post(SERVER, newest, "").statusCode()).isEqualTo(303);
    assertThat(there.get(SERVER, "/").headers().firstValue("Location")).contains("/login");
    assertThat(here.get(SERVER, "/").statusCode()).isEqualTo(200);
    assertThat(SharedServer.acts()).contains("\"end session\",\"by\":\"person traveller\"");
    var cookie = Map.of("Cookie", "breakwater=" + mine.getLast());
    assertThat(SERVER.send("GET", "/keys", "", cookie).headers().firstValue("Location"))
        .as("a session's name opens nothing")
        .contains("/login");
  }

  private static List<String> found(String page, String pattern) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
