package org.breakwater.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.server.access.Role;
import org.breakwater.server.access.Scope;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a decision to its notice, page, appeal, and what another person made of it. */
@Tag("long")
class NoticeTest {
  private static final String OFFER =
      "trips to the north every Friday, 6000 a head, inbox +1 202 555 0123";
  private static final List<String> LANGUAGES = List.of("en", "es", "fr", "pt", "ar");
  private static final RunningServer SERVER = SharedServer.get();

  private static JsonNode decided(RunningServer server, String id, String text) {
    var response =
        server.post(
            "/v1/decisions",
            "{\"id\":\"%s\",\"text\":\"%s\",\"author\":{\"id\":\"author-of-%s\"}}"
                .formatted(id, text, id));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.tree(response.body());
  }

  private static HttpResponse<String> notice(RunningServer server, JsonNode decision, String body) {
    return server.post("/v1/decisions/" + decision.path("decision").asText() + "/notices", body);
  }

  private static JsonNode made(RunningServer server, JsonNode decision, String body) {
    var response = notice(server, decision, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return Json.tree(response.body());
  }

  /** The page's path, without its language. */
  private static String path(JsonNode notice) {
    return URI.create(notice.path("link").asText()).getPath();
  }

  private static Document page(RunningServer server, String path, String language) {
    var response = server.send("GET", path + "?lang=" + language, "", Map.of());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body().getBytes(UTF_8).length).isLessThan(50_000);
    assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(response.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    return Jsoup.parse(response.body());
  }

  private static HttpResponse<String> form(String path, String body) {
    return form(path, body, Map.of());
  }

  private static HttpResponse<String> form(String path, String body, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    return SERVER.send("POST", path, body, headers);
  }

  private static HttpResponse<String> rule(Role role, JsonNode decision, String body) {
    return SERVER.send(
        "POST",
        "/v1/decisions/" + decision.path("decision").asText() + "/rulings",
        body,
        Map.of("Authorization", "Bearer " + SharedServer.person(role).key()));
  }

  private static JsonNode openAppeals(Role role) {
    var response =
        SERVER.send(
            "GET",
            "/v1/appeals",
            "",
            Map.of("Authorization", "Bearer " + SharedServer.person(role).key()));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.tree(response.body()).path("appeals");
  }

  private static JsonNode appealOf(JsonNode decision, Role role) {
    for (JsonNode each : openAppeals(role))
      if (each.path("decision").equals(decision.path("decision"))) return each;
    throw new AssertionError("no open appeal on " + decision);
  }

  @Test
  void page_saysWhatTheNoticeSays_inFiveLanguages_withoutScriptOrOtherSites() {
    JsonNode decision = decided(SERVER, "notice1", OFFER);
    assertThat(decision.path("outcome").asText()).isEqualTo("remove");
    JsonNode notice = made(SERVER, decision, "{}");
    assertThat(notice.path("lang").asText()).isEqualTo("en");
    assertThat(notice.path("statement").path("category_specification").toString())
        .doesNotContain("TRAFFICKING");
    assertThat(notice.toString()).doesNotContain("author-of-notice1", "notice1", "6000 a head");
    for (String language : LANGUAGES) {
      Document page = page(SERVER, path(notice), language);
      Element html = page.expectFirst("html");
      assertThat(html.attr("lang")).isEqualTo(language);
      assertThat(html.attr("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
      assertThat(page.select("script, iframe, img, [style], [onload], [onclick]")).isEmpty();
      for (String attribute : List.of("href", "src", "action"))
        assertThat(page.select("[" + attribute + "]").eachAttr(attribute))
            .allMatch(link -> link.startsWith("/") && !link.startsWith("//"));
      assertThat(page.expectFirst("meta[name=robots]").attr("content")).contains("noindex");
      assertThat(page.select("meta[name=viewport]")).hasSize(1);
      assertThat(page.expectFirst(".words").wholeText()).isEqualTo(OFFER);
      marked(page, decision);
      JsonNode said = made(SERVER, decision, "{\"lang\":\"%s\"}".formatted(language));
      assertThat(page.title()).isEqualTo(said.path("subject").asText());
      assertThat(said.path("text").asText()).contains(page.select("section h2").eachText().get(1));
      assertThat(page.text())
          .contains(decision.path("decision").asText(), "human-exploitation@2021-11")
          .contains(SERVER.get("/checkpoint").body().lines().findFirst().orElseThrow());
      assertThat(decision.path("clauses"))
          .anyMatch(clause -> page.text().contains(clause.asText()));
      assertThat(page.select("a[href='/help/card?lang=" + language + "']")).hasSize(1);
      assertThat(page.select("nav a")).hasSize(5);
      assertThat(page.select("form[action$=/appeals] textarea[maxlength=2000]")).hasSize(1);
    }
    assertThat(made(SERVER, decision, "{\"lang\":\"ar\"}").path("subject").asText())
        .isEqualTo(page(SERVER, path(notice), "ar").title());
  }

  /** Each mark is one of the words that the decision names, and most of the text is not marked. */
  private static void marked(Document page, JsonNode decision) {
    List<String> marks = page.select("mark").eachText();
    assertThat(marks).contains("6000", "a head", "inbox").hasSizeLessThan(12);
    assertThat(String.join("", marks).length()).isLessThan(OFFER.length() * 3 / 4);
    List<String> named = new ArrayList<>();
    for (JsonNode evidence : decision.path("evidence"))
      named.add(
          OFFER.substring(evidence.path("start").asInt(), evidence.path("end").asInt()).strip());
    assertThat(named).containsAll(marks);
  }

  @Test
  void appeal_isDecidedByAnotherPerson_andThePageSaysSo() {
    JsonNode decision = decided(SERVER, "notice2", OFFER);
    rule(Role.MODERATOR, decision, "{\"outcome\":\"remove\",\"reason\":\"sells crossings\"}");
    String page = path(made(SERVER, decision, "{}"));
    assertThat(page(SERVER, page, "en").text()).contains("A person decided this.");
    var sent = form(page + "/appeals", "lang=fr&text=" + Visitor.encoded("Une ligne de bus"));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location").orElse("")).endsWith("?lang=fr#news");
    JsonNode open = appealOf(decision, Role.MODERATOR);
    assertThat(open.path("text").asText()).isEqualTo("Une ligne de bus");
    assertThat(open.path("words").asText()).isEqualTo(OFFER);
    assertThat(open.path("state").asText()).isEqualTo("acknowledged");
    assertThat(open.path("mayRule").asBoolean()).isFalse();
    assertThat(appealOf(decision, Role.SENIOR_MODERATOR).path("mayRule").asBoolean()).isTrue();
    Document told = page(SERVER, page, "en");
    assertThat(told.expectFirst("#news").text()).contains(open.path("number").asText());
    assertThat(told.select("textarea")).as("one open appeal a decision").isEmpty();
    form(page + "/appeals", "text=again");
    assertThat(appealOf(decision, Role.MODERATOR).path("appeal")).isEqualTo(open.path("appeal"));

    String named = "\"reason\":\"a bus line\",\"appeal\":%s}".formatted(open.path("appeal"));
    var without = rule(Role.SENIOR_MODERATOR, decision, "{\"outcome\":\"allow\",\"reason\":\"x\"}");
    assertThat(without.statusCode()).isEqualTo(409);
    assertThat(without.body()).contains(open.path("appeal").asText());
    var same = rule(Role.MODERATOR, decision, "{\"outcome\":\"allow\"," + named);
    assertThat(same.statusCode()).isEqualTo(409);
    assertThat(same.body()).contains("same person");
    var ruled = rule(Role.SENIOR_MODERATOR, decision, "{\"outcome\":\"allow\"," + named);
    assertThat(ruled.statusCode()).as(ruled.body()).isEqualTo(201);
    assertThat(Json.tree(ruled.body()).path("result").asText()).isEqualTo("overturned");
    assertThat(openAppeals(Role.MODERATOR).findValuesAsText("appeal"))
        .doesNotContain(open.path("appeal").asText());
    for (String language : LANGUAGES) {
      Document after = page(SERVER, page, language);
      assertThat(after.expectFirst("#news blockquote").text()).isEqualTo("a bus line");
      assertThat(after.select("textarea")).isEmpty();
    }
    assertThat(page(SERVER, page, "es").expectFirst("#news").text())
        .contains("La restricción queda levantada");
    assertThat(notice(SERVER, decision, "{}").body()).contains("no restriction");
    assertThat(form(page + "/appeals", "text=thanks").statusCode()).isEqualTo(303);
    assertThat(openAppeals(Role.MODERATOR).findValuesAsText("decision"))
        .as("there is nothing to appeal")
        .doesNotContain(decision.path("decision").asText());
  }

  private static JsonNode on(String surface, String id) {
    var response =
        SERVER.post(
            "/v1/decisions",
            ("{\"id\":\"%s\",\"text\":\"%s\",\"surface\":\"%s\",\"reportedByParticipant\":true,"
                    + "\"author\":{\"id\":\"author-of-%s\"}}")
                .formatted(id, OFFER, surface, id));
    return Json.tree(response.body());
  }

  @Test
  void surfaceAndWhoNoticedIt_areKnownHere_andMayNotBeSaidOtherwise() {
    JsonNode ad = on("ad", "notice-ad");
    assertThat(notice(SERVER, ad, "{\"surface\":\"ad\"}").statusCode()).isEqualTo(201);
    assertThat(notice(SERVER, ad, "{\"surface\":\"post\"}").body())
        .contains("\"status\":400", "\"member\":\"surface\"", "was `ad`");
    JsonNode message = on("message", "notice-message");
    assertThat(made(SERVER, message, "{}").path("statement").path("source_type").asText())
        .isEqualTo("SOURCE_TYPE_OTHER_NOTIFICATION");
    assertThat(notice(SERVER, message, "{\"found\":\"machine\",\"surface\":\"ad\"}").body())
        .contains("\"member\":\"surface\"", "found: the event said");
    JsonNode post = on("post", "notice-post");
    assertThat(made(SERVER, post, "{}").path("statement").path("source_type").asText())
        .isEqualTo("SOURCE_VOLUNTARY");
    assertThat(
            made(SERVER, post, "{\"found\":\"report\"}")
                .path("statement")
                .path("source_type")
                .asText())
        .as("only the platform knows who reported a post")
        .isEqualTo("SOURCE_TYPE_OTHER_NOTIFICATION");
  }

  @Test
  void appealThatIsUpheld_saysSo_andIsDecidedOnce() {
    JsonNode decision = decided(SERVER, "notice3", OFFER);
    JsonNode notice = made(SERVER, decision, "{\"lang\":\"es\"}");
    String appeals = "/v1/decisions/" + decision.path("decision").asText() + "/appeals";
    String body = "{\"text\":\"una línea de buses\",\"link\":%s}".formatted(notice.path("link"));
    var filed = SERVER.post(appeals, body);
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
    JsonNode appeal = Json.tree(filed.body());
    assertThat(appeal.path("state").asText()).isEqualTo("acknowledged");
    assertThat(SERVER.post(appeals, body).statusCode()).isEqualTo(409);
    String ruling =
        "{\"outcome\":\"remove\",\"reason\":\"no bus line\",\"appeal\":%s}"
            .formatted(appeal.path("appeal"));
    JsonNode other = decided(SERVER, "notice4", OFFER);
    assertThat(rule(Role.MODERATOR, other, ruling).statusCode()).as("another's").isEqualTo(409);
    assertThat(rule(Role.MODERATOR, decision, ruling).statusCode()).isEqualTo(201);
    assertThat(rule(Role.SENIOR_MODERATOR, decision, ruling).statusCode()).isEqualTo(409);
    assertThat(page(SERVER, path(notice), "pt").expectFirst("#news").text())
        .contains("manteve a decisão", "no bus line");
    for (String bad :
        List.of(
            "{}",
            "[]",
            "{\"text\":\"x\"}",
            "{\"text\":\"x\",\"link\":\"/n/xyz\"}",
            "{\"text\":\" \",\"link\":%s}".formatted(notice.path("link"))))
      assertThat(SERVER.post(appeals, bad).statusCode()).as(bad).isEqualTo(400);
  }

  @Test
  void changedToken_isNotFound_andLearnsNothing() {
    String page = path(made(SERVER, decided(SERVER, "notice5", OFFER), "{}"));
    String changed =
        page.substring(0, 40) + (page.charAt(40) == 'A' ? 'B' : 'A') + page.substring(41);
    String nonsense = SERVER.send("GET", "/n/nonsense", "", Map.of()).body();
    for (String path : List.of(changed, page.substring(0, page.length() - 8), page + "AAAA")) {
      var response = SERVER.send("GET", path, "", Map.of());
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).isEqualTo(nonsense);
      assertThat(form(path + "/appeals", "text=x").statusCode()).isEqualTo(404);
      assertThat(form(path + "/notices", "wanted=no").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void form_isTakenFromThePage_notFromAnotherSite() {
    String page = path(made(SERVER, decided(SERVER, "notice6", OFFER), "{}"));
    assertThat(
            form(page + "/appeals", "text=x", Map.of("Sec-Fetch-Site", "cross-site")).statusCode())
        .isEqualTo(403);
    assertThat(
            form(page + "/appeals", "text=x", Map.of("Origin", "https://evil.example.org"))
                .statusCode())
        .isEqualTo(403);
    var tooLong = form(page + "/appeals", "text=" + "x".repeat(2_001));
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(tooLong.body()).select("[role=alert]")).hasSize(1);
    assertThat(form(page + "/appeals", "text=").statusCode()).isEqualTo(400);
    // An older browser, and as many letters of three bytes as there may be.
    String longest = Visitor.encoded("ღ".repeat(2_000));
    assertThat(form(page + "/appeals", "text=" + longest, Map.of("Origin", "null")).statusCode())
        .isEqualTo(303);
  }

  @Test
  void whoWantsNoFurtherNotices_getsNone_untilTheyDo() {
    JsonNode decision = decided(SERVER, "notice7", OFFER);
    String page = path(made(SERVER, decision, "{}"));
    assertThat(form(page + "/notices", "wanted=no&lang=en").statusCode()).isEqualTo(303);
    assertThat(notice(SERVER, decision, "{}").body()).contains("not wanted");
    assertThat(page(SERVER, page, "en").expectFirst("#control").text())
        .contains("Send me notices again");
    assertThat(form(page + "/notices", "wanted=yes").statusCode()).isEqualTo(303);
    assertThat(notice(SERVER, decision, "{}").statusCode()).isEqualTo(201);
  }

  @Test
  void ofWhatStays_thereIsNoNotice_andOnlyTheAnswerItselfIsBelieved() {
    JsonNode ask = decided(SERVER, "notice8", "Does anyone know a coyote from Reynosa?");
    var without = notice(SERVER, ask, "{}");
    assertThat(without.statusCode()).isEqualTo(400);
    assertThat(without.body()).contains("\"member\":\"sent\"").doesNotContain("solicit");
    String sent = "{\"sent\":%s}".formatted(ask);
    assertThat(notice(SERVER, ask, sent).body()).contains("no restriction");
    var forged = notice(SERVER, ask, sent.replace("allow_with_resources", "remove"));
    assertThat(forged.body()).contains("is not what was sent");
    JsonNode offer = decided(SERVER, "notice9", OFFER);
    assertThat(notice(SERVER, offer, "{\"lang\":7,\"found\":\"luck\"}").body())
        .contains("\"member\":\"lang\"", "found: must be machine or report");
    assertThat(SERVER.post("/v1/decisions/none/notices", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void log_knowsOfNoticesAndAppeals_withoutTheirWords_andMetricsCount() throws Exception {
    JsonNode decision = decided(SERVER, "notice10", OFFER);
    String page = path(made(SERVER, decision, "{}"));
    page(SERVER, page, "en");
    form(page + "/appeals", "text=words-of-an-appeal");
    for (int i = 0; i < 50 && !SharedServer.acts().contains("\"act\":\"appeal\""); i++)
      Thread.sleep(100);
    openAppeals(Role.MODERATOR);
    assertThat(SharedServer.acts())
        .contains(
            "\"act\":\"notify\"", "\"act\":\"appeal\",\"by\":\"whoever wrote it\"", "read appeals")
        .doesNotContain("words-of-an-appeal");
    var metrics =
        SERVER.send(
            "GET",
            "/q/metrics",
            "",
            Map.of("Authorization", "Bearer " + SharedServer.key(Scope.METRICS)));
    assertThat(metrics.body())
        .contains("breakwater_appeals_open", "breakwater_appeals_overdue 0.0")
        .contains("breakwater_notices_total{what=\"seen\"");
    assertThat(RunningServer.run("audit", "verify", "--data", SERVER.data().toString()).printed())
        .startsWith("holds: ");
  }

  @Test
  void whoAsked_isHelpedFirst_andNothingIsKeptOfThem() {
    try (var server = RunningServer.on("notice-2022", "--policy", "2022-12")) {
      JsonNode ask = decided(server, "ask1", "Does anyone know a coyote from Reynosa?");
      assertThat(ask.path("label").asText()).isEqualTo("solicit");
      assertThat(ask.path("outcome").asText()).isIn("review", "remove");
      JsonNode notice = made(server, ask, "{\"lang\":\"es\",\"sent\":%s}".formatted(ask));
      for (String language : LANGUAGES) {
        Document page = page(server, path(notice), language);
        assertThat(page.expectFirst("main > *").hasClass("help")).isTrue();
        assertThat(page.expectFirst(".words").wholeText())
            .isEqualTo("Does anyone know a coyote from Reynosa?");
      }
      assertThat(notice.path("text").asText()).startsWith("Primero, la ayuda");
      assertThat(notice.path("statement").path("category").asText())
          .isEqualTo("STATEMENT_CATEGORY_OTHER_VIOLATION_TC");
    }
  }
}
