package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.breakwater.server.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done about decisions, over HTTP: confirmed, told, undone, and held by breakers. */
@Tag("long")
class ActionTest {
  /** In English machines have no licence to remove offers. */
  private static final String OFFER_FOR_REVIEW =
      "Trips to the US every Friday, 6500 per person, half now and half on arrival, kids pay"
          + " half. WhatsApp +1 915 555 0134";

  private static final String OFFER =
      "Paso gente a Estados Unidos por Reynosa. 7 mil. Se paga hasta que esté del otro lado con su"
          + " familia. Info por inbox";
  private static final String CLEAR =
      """
      {"check":{"victim":{"found":"no"},"coercion":{"found":"no"},"compromise":{"found":"no"}},
       "reason":"sells crossings since May"}
      """;

  /** Its own, for breakers stay open; offers of this test are more than the cap of no other. */
  private static final RunningServer SERVER =
      RunningServer.on("action-data", "--removals-a-day", "60");

  private static final Map<Role, Visitor> PEOPLE = new HashMap<>();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static synchronized Visitor person(Role role) {
    if (PEOPLE.isEmpty()) {
      Visitor administrator = Visitor.enter(SERVER, "admin", SERVER.password());
      PEOPLE.put(Role.ADMINISTRATOR, administrator);
      for (Role other : List.of(Role.MODERATOR, Role.SENIOR_MODERATOR, Role.AUDITOR)) {
        String oneTime = administrator.oneTime(SERVER, other.word(), other.word());
        PEOPLE.put(other, Visitor.enter(SERVER, other.word(), oneTime));
      }
    }
    return Objects.requireNonNull(PEOPLE.get(role));
  }

  private static HttpResponse<String> by(Role role, String method, String path, String body) {
    return SERVER.send(method, path, body, Map.of("Authorization", "Bearer " + person(role).key()));
  }

  private static JsonNode decided(String id, String... headers) {
    String event =
        "{\"id\":\"%s\",\"text\":\"%s\",\"author\":{\"id\":\"author-of-%s\"}}"
            .formatted(id, OFFER, id);
    var response = SERVER.post("/v1/decisions", event, headers);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.tree(response.body());
  }

  /** The newest action of a decision with that word. */
  private static JsonNode action(JsonNode decision, String word) {
    List<JsonNode> found = new ArrayList<>();
    String next = "/v1/actions";
    while (!next.equals("null")) {
      JsonNode page = Json.tree(SERVER.get(next).body());
      page.path("actions").forEach(found::add);
      next = page.path("next").asText();
    }
    return found.stream()
        .filter(each -> each.path("decision").equals(decision.path("decision")))
        .filter(each -> each.path("word").asText().equals(word))
        .findFirst()
        .orElseThrow(() -> new AssertionError(word + " is none of " + found));
  }

  private static String path(JsonNode action) {
    return "/v1/actions/" + action.path("action").asText();
  }

  @Test
  void reviewedOffer_thatAPersonRemoves_proposesItsAccount_untilTheRulingIsOverturned() {
    String text = Json.text(OFFER_FOR_REVIEW);
    var posted =
        SERVER.post(
            "/v1/decisions",
            "{\"id\":\"reviewed1\",\"text\":%s,\"author\":{\"id\":\"reviewed-a\"}}"
                .formatted(text));
    JsonNode decision = Json.tree(posted.body());
    assertThat(decision.path("outcome").asText()).isEqualTo("review");
    String rulings = "/v1/decisions/" + decision.path("decision").asText() + "/rulings";
    var removed =
        by(Role.MODERATOR, "POST", rulings, "{\"outcome\":\"remove\",\"reason\":\"an offer\"}");
    assertThat(removed.statusCode()).as(removed.body()).isEqualTo(201);
    JsonNode disable = action(decision, "disable_account");
    assertThat(disable.path("state").asText()).isEqualTo("planned");
    assertThat(disable.path("confirmations").path("needed").asInt()).isEqualTo(1);

    var allowed =
        by(Role.SENIOR_MODERATOR, "POST", rulings, "{\"outcome\":\"allow\",\"reason\":\"a bus\"}");
    assertThat(allowed.statusCode()).as(allowed.body()).isEqualTo(201);
    assertThat(action(decision, "disable_account").path("state").asText()).isEqualTo("undone");
    assertThat(outbox("reviewed1")).doesNotContain("stop_publishing", "disable_account");
  }

  private static String automated(String notice) {
    return Json.tree(notice).path("statement").path("automated_decision").asText();
  }

  @Test
  void offer_isRemoved_itsAccountProposed_confirmedByAPerson_andAllOfItUndone() {
    JsonNode offer = decided("journey1");
    assertThat(offer.path("outcome").asText()).isEqualTo("remove");
    JsonNode hide = action(offer, "remove_content");
    assertThat(hide.path("state").asText()).isEqualTo("confirmed");
    assertThat(hide.path("undo").asText()).isEqualTo("show the content again");
    JsonNode disable = action(offer, "disable_account");
    assertThat(disable.path("state").asText()).isEqualTo("planned");
    String path = "/v1/decisions/" + offer.path("decision").asText();
    assertThat(automated(SERVER.post(path + "/notices", "{}").body())).contains("FULLY");

    var byMachine = SERVER.post(path(disable) + "/confirmations", CLEAR);
    assertThat(byMachine.statusCode()).as("a machine confirms nothing").isEqualTo(403);
    var confirmed = by(Role.MODERATOR, "POST", path(disable) + "/confirmations", CLEAR);
    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(201);
    assertThat(Json.tree(confirmed.body()).path("state").asText()).isEqualTo("confirmed");
    assertThat(Json.tree(confirmed.body()).path("stage").asText()).isEqualTo("publishing_stopped");
    String noticed = SERVER.post(path + "/notices", "{}").body();
    assertThat(automated(noticed)).as("a person confirmed a part").contains("PARTIALLY");

    var undone =
        by(Role.MODERATOR, "DELETE", path(hide), "{\"reason\":\"a bus line with a licence\"}");
    assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
    assertThat(Json.tree(undone.body()).path("state").asText()).isEqualTo("undone");
    assertThat(action(offer, "disable_account").path("state").asText()).isEqualTo("undone");
    assertThat(action(offer, "enable_account").path("undoes").asText())
        .isEqualTo(disable.path("action").asText());
    assertThat(outbox("journey1"))
        .containsExactly("hide", "stop_publishing", "show", "enable_account");

    JsonNode later = decided("journey1", "Idempotency-Key", "later");
    assertThat(later.path("outcome").asText()).as("no machine hides it again").isEqualTo("allow");
    assertThat(by(Role.MODERATOR, "DELETE", path(hide), "{\"reason\":\"x\"}").statusCode())
        .isEqualTo(409);

    JsonNode auditor = Json.tree(by(Role.AUDITOR, "GET", path(hide), "").body());
    assertThat(auditor.path("timeline").findValuesAsText("state"))
        .containsExactly("confirmed", "undone");
    assertThat(auditor.path("timeline").path(1).path("by").asText()).isEqualTo("person moderator");
    JsonNode moderator = Json.tree(by(Role.MODERATOR, "GET", path(hide), "").body());
    assertThat(moderator.path("timeline").path(1).has("by")).isFalse();
    assertThat(moderator.path("timeline").path(1).path("why").asText()).contains("bus line");
    assertThat(acts())
        .contains(
            "{\"act\":\"confirm action\",\"by\":\"person moderator\",\"object\":\"%s\""
                .formatted(disable.path("action").asText()),
            "{\"act\":\"undo action\",\"by\":\"person moderator\",\"object\":\"%s\"}"
                .formatted(hide.path("action").asText()));
  }

  private static List<String> outbox(String content) {
    return SERVER.column(
        "select deed from outbox where content = '%s' order by message".formatted(content));
  }

  private static String acts() {
    return String.join("\n", SERVER.column("select json from act order by act"));
  }

  @Test
  void ruling_hasThePlatformShowAgain() {
    JsonNode offer = decided("ruled1");
    var ruled =
        by(
            Role.MODERATOR,
            "POST",
            "/v1/decisions/" + offer.path("decision").asText() + "/rulings",
            "{\"outcome\":\"allow\",\"reason\":\"a bus line\"}");
    assertThat(ruled.statusCode()).isEqualTo(201);
    assertThat(outbox("ruled1")).containsExactly("hide", "show");
  }

  @Test
  void whoeverIsNotSure_confirmsNothing_andASeniorModeratorSeesWhy() {
    JsonNode disable = action(decided("unsure1"), "disable_account");
    String unsure =
        CLEAR.replace(
            "\"coercion\":{\"found\":\"no\"}",
            "\"coercion\":{\"found\":\"unsure\",\"note\":\"says that he owes\"}");
    String confirmations = path(disable) + "/confirmations";
    var refused = by(Role.MODERATOR, "POST", confirmations, unsure);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("senior moderator", "write nothing to the account");
    assertThat(by(Role.MODERATOR, "POST", confirmations, CLEAR).statusCode()).isEqualTo(409);
    JsonNode moderator = Json.tree(by(Role.MODERATOR, "GET", path(disable), "").body());
    assertThat(moderator.path("confirmations").path("held").asBoolean()).isTrue();
    assertThat(moderator.has("checks")).isFalse();
    JsonNode senior = Json.tree(by(Role.SENIOR_MODERATOR, "GET", path(disable), "").body());
    assertThat(senior.path("checks").path(0).path("notes").asText()).contains("that he owes");
    assertThat(acts()).contains("\"act\":\"read checks\"").doesNotContain("that he owes");
    assertThat(by(Role.SENIOR_MODERATOR, "POST", confirmations, unsure).statusCode())
        .isEqualTo(201);
  }

  @Test
  void twoWhoConfirmAtOnce_areOne() {
    JsonNode disable = action(decided("race1"), "disable_account");
    String confirmations = path(disable) + "/confirmations";
    var answers =
        List.of(Role.MODERATOR, Role.SENIOR_MODERATOR).stream()
            .map(
                role -> CompletableFuture.supplyAsync(() -> by(role, "POST", confirmations, CLEAR)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .map(HttpResponse::statusCode)
            .toList();
    assertThat(answers).containsExactlyInAnyOrder(201, 409);
    assertThat(outbox("race1")).containsExactly("hide", "stop_publishing");
  }

  @Test
  void faultsOfAConfirmation_areNamedAllAtOnce() {
    JsonNode disable = action(decided("faulty1"), "disable_account");
    var refused =
        by(
            Role.MODERATOR,
            "POST",
            path(disable) + "/confirmations",
            "{\"check\":{\"victim\":{\"found\":\"yes\"},\"coercion\":{\"found\":\"maybe\"}}}");
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode problem = Json.tree(refused.body());
    assertThat(problem.path("member").asText()).isEqualTo("check.victim.note");
    assertThat(problem.path("others").toString())
        .contains("check.coercion.found", "check.compromise.found", "reason");
  }

  @Test
  void many_areUndoneAsTheyWerePreviewed_andNoOthers() {
    JsonNode one = decided("batch1");
    String wanted =
        "{\"decision\":\"%s\",\"reason\":\"a clause that took bus lines\",%s}"
            .formatted(one.path("decision").asText(), "%s");
    var preview =
        by(Role.SENIOR_MODERATOR, "POST", "/v1/actions:undo", wanted.formatted("\"preview\":true"));
    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    JsonNode shown = Json.tree(preview.body());
    assertThat(shown.path("count").asInt()).isEqualTo(2);
    assertThat(shown.path("sample").toString())
        .contains(action(one, "remove_content").path("action").asText());
    assertThat(outbox("batch1")).as("a preview undoes nothing").containsExactly("hide");
    String exactly =
        wanted.formatted(
            "\"until\":\"%s\",\"token\":\"%s\""
                .formatted(shown.path("until").asText(), shown.path("token").asText()));
    var other =
        by(
            Role.SENIOR_MODERATOR,
            "POST",
            "/v1/actions:undo",
            exactly.replace("token\":\"", "token\":\"0"));
    assertThat(other.statusCode()).isEqualTo(409);
    var undone = by(Role.SENIOR_MODERATOR, "POST", "/v1/actions:undo", exactly);
    assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
    JsonNode job = Json.tree(undone.body());
    assertThat(job.path("state").asText()).isEqualTo("done");
    assertThat(job.path("percent").asInt()).isEqualTo(100);
    String progress = "/v1/undos/" + job.path("job").asText();
    assertThat(by(Role.SENIOR_MODERATOR, "GET", progress, "").body()).isEqualTo(undone.body());
    assertThat(action(one, "remove_content").path("state").asText()).isEqualTo("undone");
    assertThat(action(one, "disable_account").path("state").asText()).isEqualTo("undone");
    assertThat(outbox("batch1")).containsExactly("hide", "show");
    assertThat(by(Role.SENIOR_MODERATOR, "POST", "/v1/actions:undo", exactly).statusCode())
        .as("that set is no more")
        .isEqualTo(409);
  }

  @Test
  void many_areChosenBySomething() {
    var refused = by(Role.SENIOR_MODERATOR, "POST", "/v1/actions:undo", "{\"until\":\"soon\"}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("needs one of", "until: must be a time", "reason: ");
  }

  @Test
  void ofWhatLeavesNoRecord_noActionIsShown() {
    String danger =
        "{\"id\":\"danger1\",\"text\":\"they hold my brother in a house and want 5000 or they"
            + " kill him, please help\"}";
    JsonNode decision = Json.tree(SERVER.post("/v1/decisions", danger).body());
    assertThat(decision.path("outcome").asText()).isEqualTo("escalate");
    List<String> actions =
        SERVER.column("select action::text from action where content = 'danger1'");
    assertThat(actions).isNotEmpty();
    for (String action : actions) {
      assertThat(SERVER.get("/v1/actions/" + action).statusCode()).isEqualTo(404);
      assertThat(SERVER.get("/v1/actions").body()).doesNotContain(action, "danger1");
    }
  }
}
