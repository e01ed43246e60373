package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.breakwater.server.access.Role;
import org.breakwater.server.access.Scope;
import org.junit.jupiter.api.Test;

/** What is kept of a decision, who sees what of it, and that a person's word stands. */
class RulingTest {
  private static final String OFFER =
      "trips to the north every Friday, 6000 a head, inbox +1 202 555 0123";
  private static final RunningServer SERVER = SharedServer.get();

  private static String event(String id, String text) {
    return "{\"id\":\"%s\",\"text\":\"%s\",\"author\":{\"id\":\"author-of-%s\"}}"
        .formatted(id, text, id);
  }

  private static JsonNode decided(String id, String text, String... headers) {
    var response = SERVER.post("/v1/decisions", event(id, text), headers);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.tree(response.body());
  }

  private static HttpResponse<String> rule(Role role, JsonNode decision, String body) {
    return SERVER.send(
        "POST",
        "/v1/decisions/" + decision.path("decision").asText() + "/rulings",
        body,
        Map.of("Authorization", "Bearer " + SharedServer.person(role).key()));
  }

  private static JsonNode read(Role role, JsonNode decision) {
    var key = SharedServer.person(role).key();
    var response =
        SERVER.send(
            "GET",
            "/v1/decisions/" + decision.path("decision").asText(),
            "",
            Map.of("Authorization", "Bearer " + key));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.tree(response.body());
  }

  @Test
  void aPersonsRuling_standsAgainstALaterMachine_butNotOnTheNextRevision() {
    JsonNode first = decided("ruled1", OFFER);
    assertThat(first.path("outcome").asText()).isEqualTo("remove");
    var ruling = rule(Role.MODERATOR, first, "{\"outcome\":\"allow\",\"reason\":\"a bus line\"}");
    assertThat(ruling.statusCode()).as(ruling.body()).isEqualTo(201);
    JsonNode later = decided("ruled1", OFFER, "Idempotency-Key", "later");
    assertThat(later.path("outcome").asText()).isEqualTo("allow");
    assertThat(later.path("actions").size()).isZero();
    assertThat(later.path("ruling").asText())
        .isEqualTo(Json.tree(ruling.body()).path("ruling").asText());
    JsonNode repeated = decided("ruled1", OFFER, "Idempotency-Key", "later");
    assertThat(repeated).isEqualTo(later);
    assertThat(decided("ruled1", OFFER)).as("as it was first decided").isEqualTo(first);
    String next = event("ruled1", OFFER).replace("\"text\"", "\"revision\":2,\"text\"");
    assertThat(Json.tree(SERVER.post("/v1/decisions", next).body()).path("outcome").asText())
        .isEqualTo("remove");
  }

  @Test
  void theNewestRulingStands() {
    JsonNode first = decided("ruled2", OFFER);
    rule(Role.MODERATOR, first, "{\"outcome\":\"allow\",\"reason\":\"a bus line\"}");
    rule(Role.SENIOR_MODERATOR, first, "{\"outcome\":\"remove\",\"reason\":\"no bus line\"}");
    JsonNode later = decided("ruled2", OFFER, "Idempotency-Key", "later2");
    assertThat(later.path("outcome").asText()).isEqualTo("remove");
    assertThat(later.path("actions").toString()).contains("remove_content", "preserve");
  }

  @Test
  void aRulingWithoutAReason_orOfAnUnknownOutcome_isRefused() {
    JsonNode first = decided("ruled3", OFFER);
    for (String body :
        new String[] {
          "{\"outcome\":\"allow\"}",
          "{\"outcome\":\"allow\",\"reason\":\" \"}",
          "{\"outcome\":\"review\",\"reason\":\"x\"}",
          "{\"outcome\":\"allow\",\"reason\":\"x\\u0000\"}",
          "[]",
          "nothing"
        }) assertThat(rule(Role.MODERATOR, first, body).statusCode()).as(body).isEqualTo(400);
  }

  @Test
  void whatIsSeen_dependsOnTheRole() {
    JsonNode offer = decided("seen1", OFFER);
    rule(Role.MODERATOR, offer, "{\"outcome\":\"remove\",\"reason\":\"sells crossings\"}");
    JsonNode moderator = read(Role.MODERATOR, offer);
    assertThat(moderator.path("text").asText()).isEqualTo(OFFER);
    assertThat(moderator.has("author")).isFalse();
    assertThat(moderator.path("explanation").path("clauses").size()).isPositive();
    assertThat(moderator.path("rulings").path(0).path("reason").asText())
        .isEqualTo("sells crossings");
    assertThat(moderator.path("rulings").path(0).has("by")).isFalse();
    assertThat(moderator.path("timeline").findValuesAsText("what"))
        .containsExactly("decided", "ruled", "forgotten");
    JsonNode senior = read(Role.SENIOR_MODERATOR, offer);
    assertThat(senior.path("author").asText()).isEqualTo("author-of-seen1");
    assertThat(senior.path("rulings").path(0).path("by").asText()).isEqualTo("person moderator");
    JsonNode manager = read(Role.POLICY_MANAGER, offer);
    assertThat(manager.has("text")).isFalse();
    assertThat(manager.path("sent")).isEqualTo(offer);
    JsonNode auditor = read(Role.AUDITOR, offer);
    assertThat(auditor.has("text") || auditor.has("author")).isFalse();
  }

  @Test
  void ofWhoAsks_nobodySeesMoreThanAnAllow() {
    JsonNode ask = decided("seen2", "Does anyone know a coyote from Reynosa?");
    for (Role role : new Role[] {Role.MODERATOR, Role.SENIOR_MODERATOR, Role.AUDITOR}) {
      JsonNode read = read(role, ask);
      assertThat(read.path("outcome").asText()).isEqualTo("allow");
      assertThat(read.fieldNames())
          .toIterable()
          .containsExactly("decision", "outcome", "policies", "batch", "position", "receipt");
    }
  }

  @Test
  void decisionsOfOneContent_areListedByItsId_newestFirst() {
    JsonNode first = decided("listed / 1", OFFER);
    JsonNode second = decided("listed / 1", OFFER, "Idempotency-Key", "again");
    var page = Json.tree(SERVER.get("/v1/contents/listed%20%2F%201/decisions").body());
    assertThat(page.path("decisions").findValuesAsText("decision"))
        .containsExactly(second.path("decision").asText(), first.path("decision").asText());
    assertThat(page.path("next").isNull()).isTrue();
    assertThat(SERVER.get("/v1/contents/nothing/decisions").body())
        .isEqualTo("{\"decisions\":[],\"next\":null}");
  }

  @Test
  void ad_isReviewedAsAd_andNothingElseIs() {
    String by = "\"author\":{\"id\":\"a\",\"kind\":\"business\",\"verified\":true}";
    String ad = "{\"id\":\"ad1\",\"text\":\"%s\",%s}".formatted(OFFER, by);
    JsonNode reviewed = Json.tree(SERVER.post("/v1/ads:review", ad).body());
    assertThat(reviewed.path("outcome").asText()).isIn("review", "remove");
    assertThat(read(Role.AUDITOR, reviewed).path("advertiser").toString())
        .isEqualTo("{\"kind\":\"business\",\"verified\":true}");
    assertThat(Json.tree(SERVER.get("/v1/ads:figures").body()).path("advertisers").toString())
        .contains("{\"kind\":\"business\",\"verified\":true,\"allowed\":null");
    assertThat(SERVER.get("/v1/ads:figures?month=soon").statusCode()).isEqualTo(400);
    var post =
        SERVER.post("/v1/ads:review", ad.replace("\"text\"", "\"surface\":\"post\",\"text\""));
    assertThat(post.statusCode()).isEqualTo(400);
    assertThat(post.body()).contains("\"member\":\"surface\"");
    assertThat(SERVER.post("/v1/ads:review", "{\"id\":\"ad2\"}").body())
        .contains("\"member\":\"text\"");
  }

  @Test
  void deadline_isKept_andWhatIsUnknownIsNamed() {
    assertThat(decided("late1", OFFER, "X-Deadline-Ms", "20000").path("id").asText())
        .isEqualTo("late1");
    for (String header : new String[] {"0", "-1", "soon", "60001"})
      assertThat(
              SERVER
                  .post("/v1/decisions", event("late2", OFFER), "X-Deadline-Ms", header)
                  .statusCode())
          .isEqualTo(400);
  }

  @Test
  void readsOfWhatSomebodyWrote_rulingsAndLogins_areInTheLog() {
    JsonNode offer = decided("logged1", OFFER);
    read(Role.MODERATOR, offer);
    rule(Role.MODERATOR, offer, "{\"outcome\":\"remove\",\"reason\":\"sells crossings\"}");
    Visitor.tryLogin(SERVER, "moderator", "wrong");
    String acts = SharedServer.acts();
    String decision = offer.path("decision").asText();
    assertThat(acts)
        .contains(
            "{\"act\":\"read\",\"by\":\"person moderator\",\"object\":\"%s\"}".formatted(decision),
            "\"act\":\"rule\",\"by\":\"person moderator\",\"decision\":\"%s\"".formatted(decision),
            "{\"act\":\"login\",\"by\":\"person moderator\"",
            "{\"act\":\"failed login\",\"by\":\"person moderator\"",
            "{\"act\":\"add person\",\"by\":\"person admin\",\"object\":\"auditor: auditor\"}",
            "{\"act\":\"make key\",\"by\":\"person moderator\"")
        .doesNotContain("127.0.0.1", "6000 a head");
    assertThat(RunningServer.run("audit", "verify", "--data", SERVER.data().toString()).printed())
        .startsWith("holds: ");
  }

  @Test
  void machineThatMayOnlyRead_decidesNothing() {
    var response =
        SERVER.send(
            "POST",
            "/v1/decisions",
            event("scoped", OFFER),
            Map.of("Authorization", "Bearer " + SharedServer.key(Scope.READ)));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("a key for decide");
  }
}
