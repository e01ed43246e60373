package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From a person's verification to what a decision, a card and the catalogue show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class HelpTest {
  private static final String[] ARGUMENTS = {"--overlay", "src/test/resources/help"};
  private static final int BYTES_MAX = 50_000;
  private static final int DIRECTORY = 96;

  private final RunningServer server = RunningServer.on("help-data", ARGUMENTS);
  private final Visitor administrator = Visitor.enter(server, "admin", server.password());
  private final Visitor senior = person("senior", "senior_moderator");
  private final Visitor moderator = person("moderator", "moderator");

  private Visitor person(String name, String role) {
    return Visitor.enter(server, name, administrator.oneTime(server, name, role));
  }

  @AfterAll
  void close() {
    server.close();
  }

  private HttpResponse<String> enter(Visitor who, String id, String what, String body) {
    return server.send(
        "POST",
        "/v1/resources/%s/%s".formatted(id, what),
        body,
        Map.of("Authorization", "Bearer " + who.key()));
  }

  private static String verification(String shares) {
    LocalDate expiry = LocalDate.now(ZoneOffset.UTC).plusDays(180);
    return """
    {"method":"call","sharesWithImmigration":"%s","expiresAt":"%s","note":"n"}"""
        .formatted(shares, expiry);
  }

  private void verify(String id, String shares) {
    var entered = enter(senior, id, "verifications", verification(shares));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
  }

  private void suspend(String id) {
    assertThat(enter(senior, id, "suspensions", "{\"note\":\"n\"}").statusCode()).isEqualTo(201);
  }

  private String ask(String id) {
    var response =
        server.post(
            "/v1/decisions",
            """
            {"id":"%s","lang":"en","region":"US","text":"Does anyone know a coyote from Reynosa?"}
            """
                .formatted(id));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private static List<String> resources(String decision) {
    return Json.tree(decision).path("resources").findValuesAsText("id");
  }

  private static JsonNode policy(String decision) {
    return Json.tree(decision).path("policies").path(0);
  }

  private JsonNode listed() {
    return Json.tree(server.get("/v1/resources").body());
  }

  @Test
  void fromVerificationToDecision_andBack_withTheSameBytesForTheSameRequest() {
    for (String each : List.of("test-asylum", "test-rescue", "test-police")) suspend(each);
    String before = ask("h1");
    assertThat(resources(before)).isEmpty();
    verify("test-asylum", "no");
    verify("test-police", "no");
    assertThat(ask("h1")).as("as it was first answered").isEqualTo(before);
    String shown = ask("h2");
    assertThat(resources(shown)).as("no police unasked").containsExactly("test-asylum");
    assertThat(policy(shown).path("pack")).isEqualTo(policy(before).path("pack"));
    assertThat(policy(shown).path("overlay").asText())
        .isNotEqualTo(policy(before).path("overlay").asText());
    suspend("test-asylum");
    suspend("test-police");
    assertThat(resources(ask("h3"))).isEmpty();
    assertThat(ask("h2")).as("under the help of then").isEqualTo(shown);
    server.close();
    server.startAgain(ARGUMENTS);
    assertThat(ask("h2")).as("after a restart").isEqualTo(shown);
    assertThat(ask("h1")).isEqualTo(before);
    assertThat(RunningServer.run("audit", "verify", "--data", server.data().toString()).printed())
        .startsWith("holds: ");
  }

  @Test
  void whoMayShareWithImmigration_isVerified_andNotShownUnasked() {
    verify("test-rescue", "unknown");
    assertThat(listed().path("resources").findValuesAsText("id")).contains("test-rescue");
    String card = server.get("/help/card?topic=danger&lang=en").body();
    assertThat(card).doesNotContain("Test rescue");
    String more = server.get("/help/card?topic=danger&lang=en&more=yes").body();
    assertThat(more)
        .contains("Test rescue &lt;b&gt;", "tel:+12025550121", "sms:+12025550122")
        .contains("an authority of the state", "May tell immigration", "locates who calls");
    suspend("test-rescue");
    assertThat(server.get("/help/card?topic=danger&more=yes").body()).doesNotContain("Test rescue");
  }

  @Test
  void onlyVerifiers_byAKeyOfTheirOwn_mayVerify() {
    assertThat(enter(moderator, "test-asylum", "verifications", verification("no")).statusCode())
        .isEqualTo(403);
    assertThat(
            server.post("/v1/resources/test-asylum/verifications", verification("no")).statusCode())
        .isEqualTo(403);
    Visitor manager = person("manager", "policy_manager");
    assertThat(enter(manager, "test-silent", "suspensions", "{\"note\":\"n\"}").statusCode())
        .isEqualTo(201);
  }

  @Test
  void wrongVerification_isRefusedWithAllItsFaults() {
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    var refused =
        enter(
            senior,
            "test-silent",
            "verifications",
            "{\"method\":\"guess\",\"verifiedAt\":\"3000-01-01\",\"expiresAt\":\"%s\"}"
                .formatted(today));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("method", "sharesWithImmigration", "verifiedAt", "expiresAt", "note", "no way");
    LocalDate late = LocalDate.now(ZoneOffset.UTC).plusDays(181);
    assertThat(
            enter(
                    senior,
                    "test-asylum",
                    "verifications",
                    verification("no").replaceAll("\\d{4}-\\d\\d-\\d\\d", late.toString()))
                .body())
        .contains("more than 180 days");
    for (String body : List.of("", "[]", "{\"note\":3}", "{\"note\":\"a\\u0000\"}"))
      assertThat(enter(senior, "test-asylum", "suspensions", body).statusCode()).isEqualTo(400);
    assertThat(enter(senior, "nothing", "suspensions", "{\"note\":\"n\"}").statusCode())
        .isEqualTo(404);
    String other = verification("no").replace("{", "{\"entry\":\"sha256:ab\",");
    assertThat(enter(senior, "test-asylum", "verifications", other).statusCode()).isEqualTo(409);
  }

  @Test
  void whatIsEntered_isReadByPeople_andInTheLog() {
    verify("test-asylum", "yes");
    var read =
        server.send(
            "GET",
            "/v1/resources/test-asylum",
            "",
            Map.of("Authorization", "Bearer " + moderator.key()));
    JsonNode entry = Json.tree(read.body());
    assertThat(entry.path("state").asText()).isEqualTo("verified");
    assertThat(entry.path("checks").path(0).path("by").asText()).isEqualTo("person senior");
    assertThat(entry.path("checks").path(0).path("entry")).isEqualTo(entry.path("entry"));
    enter(senior, "test-asylum", "withdrawals", "{\"note\":\"I had called another number\"}");
    assertThat(listed().path("resources").findValuesAsText("id")).doesNotContain("test-asylum");
    var shown =
        RunningServer.run(
            "resources",
            "show",
            "test-asylum",
            "--json",
            "--data",
            server.data().toString(),
            "--overlay",
            "src/test/resources/help");
    assertThat(shown.exit()).as(shown.printed()).isZero();
    assertThat(shown.printed()).contains("\"state\":\"withdrawn\"", "I had called another number");
  }

  @Test
  void catalogue_saysHowManyAreNotShown() {
    JsonNode list = listed();
    int verified = list.path("verified").asInt();
    assertThat(list.path("notShown").asInt()).isEqualTo(DIRECTORY - verified);
    assertThat(server.get("/help?lang=es").body())
        .contains("%d de %d".formatted(DIRECTORY - verified, DIRECTORY))
        .doesNotContain("humantraffickinghotline");
  }

  @Test
  void pages_needNoScript_fetchNothing_andAreSmall() {
    verify("test-rescue", "no");
    List<String> pages = new ArrayList<>(List.of("/help", "/help/leave", "/help?country=US"));
    for (String lang : List.of("en", "es", "fr", "pt", "ar", "xx"))
      for (String topic :
          List.of("asking", "danger", "survivor", "asylum", "family", "minor", "work", "nothing"))
        pages.add("/help/card?region=us&more=yes&lang=%s&topic=%s".formatted(lang, topic));
    for (String page : pages) {
      var response = server.send("GET", page, "", Map.of());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(response.body())
          .doesNotContainIgnoringCase("<script")
          .doesNotContain("<img", "<iframe", "@import", "onclick", "<form")
          .contains("name=\"viewport\"");
      assertThat(response.body().length()).as(page).isLessThan(BYTES_MAX);
      assertThat(outside(response.body())).as(page).allMatch(each -> each.contains("example.org"));
    }
    var css = server.send("GET", "/style.css", "", Map.of()).body();
    assertThat(css).doesNotContain("url(", "@import");
    assertThat(css.length()).isLessThan(BYTES_MAX / 2);
  }

  private static List<String> outside(String page) {
    Matcher matcher = Pattern.compile("(?:href|src)=\"((?:https?:)?//[^\"]+)\"").matcher(page);
    List<String> found = new ArrayList<>();
    while (matcher.find()) found.add(matcher.group(1));
    return found;
  }

  @Test
  void arabicCard_isWrittenFromTheRight_andQuickExitIsALink() {
    String card = server.get("/help/card?topic=work&lang=ar").body();
    assertThat(card)
        .contains(
            "<html lang=\"ar\" dir=\"rtl\">", "href=\"/help/leave?lang=ar\" rel=\"noreferrer\"");
    String left = server.get("/help/leave?lang=ar").body();
    assertThat(left).doesNotContain("href=\"/help", "<a ");
  }

  @Test
  void cardForMachines_saysTheSame_andItsShortFormFitsIntoTwoMessages() {
    verify("test-rescue", "no");
    JsonNode card = Json.tree(server.get("/v1/cards?topic=danger&lang=pt").body());
    assertThat(card.path("places").path(0).path("id").asText()).isEqualTo("test-rescue");
    String text = server.get("/help/card.txt?topic=danger&lang=pt").body().strip();
    assertThat(text).isEqualTo(card.path("short").asText()).contains("+1 202 555 0121");
    assertThat(text.length()).isLessThanOrEqualTo(320);
    assertThat(server.get("/v1/cards?topic=nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void trial_isInTheLogBeforeItBegins_andKnownToEverybody() {
    Visitor manager = person("triers", "policy_manager");
    LocalDate until = LocalDate.now(ZoneOffset.UTC).plusDays(30);
    String trial =
        "{\"id\":\"asking-1\",\"topic\":\"asking\",\"metric\":\"repeat\",\"heldPerMille\":100,"
            + "\"perArm\":1000,\"until\":\"%s\",\"seed\":\"s\",\"hypothesis\":\"h\"}"
                .formatted(until);
    assertThat(experiment(manager, trial.replace("\"asking\"", "\"danger\"")).body())
        .contains("nobody is left without help");
    assertThat(experiment(moderator, trial).statusCode()).isEqualTo(403);
    assertThat(experiment(manager, trial).statusCode()).isEqualTo(201);
    assertThat(experiment(manager, trial.replace("asking-1", "asking-2")).statusCode())
        .isEqualTo(409);
    JsonNode read = Json.tree(server.get("/v1/experiments/asking-1").body());
    assertThat(read.path("state").asText()).isEqualTo("registered");
    assertThat(read.path("registered").path("perArm").asInt()).isEqualTo(1000);
    assertThat(read.path("result").isNull()).isTrue();
    assertThat(server.get("/v1/experiments/nothing").statusCode()).isEqualTo(404);
    assertThat(trials("list").printed()).contains("registered  ", "asking-1", " registered");
    assertThat(stopped(moderator, "asking-1", "{\"reason\":\"x\"}").statusCode()).isEqualTo(403);
    assertThat(stopped(manager, "asking-1", "{}").statusCode()).isEqualTo(400);
    assertThat(stopped(manager, "nothing", "{\"reason\":\"x\"}").statusCode()).isEqualTo(404);
    var stop = stopped(manager, "asking-1", "{\"reason\":\"a partner asked\"}");
    assertThat(stop.statusCode()).as(stop.body()).isEqualTo(200);
    assertThat(stopped(manager, "asking-1", "{\"reason\":\"x\"}").statusCode()).isEqualTo(409);
    assertThat(server.column("select json from act").toString())
        .contains("{\"act\":\"stop trial\",");
    assertThat(trials("show", "nothing").exit()).isEqualTo(1);
  }

  private RunningServer.Ran trials(String... words) {
    Stream<String> verb = Stream.of("resources", "experiment");
    Stream<String> where = Stream.of("--server", server.address());
    return RunningServer.run(
        Stream.of(verb, Stream.of(words), where).flatMap(each -> each).toArray(String[]::new));
  }

  private HttpResponse<String> stopped(Visitor who, String id, String body) {
    return server.send(
        "POST",
        "/v1/experiments/%s/stops".formatted(id),
        body,
        Map.of("Authorization", "Bearer " + who.key()));
  }

  private HttpResponse<String> experiment(Visitor who, String body) {
    return server.send(
        "POST", "/v1/experiments", body, Map.of("Authorization", "Bearer " + who.key()));
  }

  @Test
  void cards_areCounted_andSmallFiguresAreNotShown() {
    for (String event : List.of("impression", "open", "dismissal", "repeat", "contact")) {
      String body = "{\"topic\":\"asylum\",\"lang\":\"es\",\"event\":\"%s\"}".formatted(event);
      assertThat(server.post("/v1/cards:events", body).statusCode()).isEqualTo(200);
    }
    String open = "{\"topic\":\"family\",\"lang\":\"es\",\"event\":\"open\"}";
    for (int i = 0; i < 12; i++) server.post("/v1/cards:events", open, "Help-Session", "s" + i);
    for (String wrong : List.of("", "{}", "{\"topic\":\"family\",\"event\":\"fun\"}"))
      assertThat(server.post("/v1/cards:events", wrong).statusCode()).isIn(400, 404);
    for (int i = 0; i < 100 && !figures().contains("\"number\":12"); i++) RunningServer.pause(100);
    assertThat(figures())
        .contains(
            """
            "topic":"family","lang":"es","arm":"none","event":"open","number":12""")
        .contains("\"event\":\"dismissal\",\"number\":null");
    assertThat(server.get("/v1/cards:figures?from=soon").statusCode()).isEqualTo(400);
  }

  private String figures() {
    return server.get("/v1/cards:figures").body();
  }

  @Test
  void search_saysWhetherItsHelpIsHeldBack_whichNoTrialDoesToday() {
    var screened =
        server.post(
            "/v1/searches:screen",
            "{\"query\":\"coyote to cross from Reynosa\",\"lang\":\"en\"}",
            "Help-Session",
            "s1");
    assertThat(screened.statusCode()).isEqualTo(200);
    assertThat(screened.headers().firstValue("Help-Arm")).contains("none");
  }

  @Test
  void verbs_listAndCheck() {
    var list =
        RunningServer.run("resources", "list", "--country", "CR", "--data", "target/nothing");
    assertThat(list.printed())
        .contains("unverified  CR", "cr-emergency-pani", "92 entries, 0 verified");
    var check =
        RunningServer.run(
            "resources",
            "check",
            "--data",
            "target/nothing",
            "--overlay",
            "examples/help",
            "--days",
            "0");
    assertThat(check.printed()).contains("to look at");
    assertThat(RunningServer.run("resources", "show", "nothing").exit()).isEqualTo(2);
    assertThat(RunningServer.run("resources", "suspend", "x", "--note", "n").exit()).isEqualTo(3);
  }
}
