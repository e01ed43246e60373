package org.breakwater.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.breakwater.engine.policy.text.Pack;
import org.breakwater.engine.policy.text.Pinned;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people confirmed of an author, where a version of the policy has rules that ask for it. */
@Tag("long")
class HistoryTest {
  private static final Path PACK = Path.of("target", "history-pack");
  private static final String OFFER =
      "trips to the north every Friday, 6000 a head, inbox +1 202 555 0123";
  private static final String BORDER = "a wedding in Reynosa, the music was lovely";
  private static final String ASK = "Does anyone know a coyote from Reynosa?";

  /** A rule that asks for strikes, and one that would treat whoever asks by them. */
  private static final String CLAUSES =
      """

      - id: smuggling.again
        title: {en: Borders as a subject of somebody with strikes}
        label: offer
        stance: prohibited
        severity: 4
        when: place.border && author.strikes >= 1
        certain: "false"
        outcome: review
        actions: [queue_review]
        strikes: {count: 0, expires: P0D}
        right: null
        rationale: For a test.
        source: [{cite: "a test", date: 2026-12-01, grade: inferred}]
        examples: {holds: {}, near: {}}
      - id: asking.again
        title: {en: Asking by somebody with strikes}
        label: solicit
        stance: prohibited
        severity: 5
        when: speaker.seeks && author.prior_confirmed >= 1
        certain: "false"
        outcome: review
        actions: [queue_review]
        strikes: {count: 0, expires: P0D}
        right: null
        rationale: For a test.
        source: [{cite: "a test", date: 2026-12-01, grade: inferred}]
        examples: {holds: {}, near: {}}
      - id: group.of_offers
        title: {en: A group of whose posts many sell crossings}
        label: facilitate
        stance: needs_context
        severity: 2
        when: surface in ["group", "page"] && group.violating_share >= 10.0
        outcome: review
        actions: [queue_review]
        strikes: {count: 0, expires: P0D}
        right: null
        rationale: For a test.
        source: [{cite: "a test", date: 2026-12-01, grade: inferred}]
        examples: {holds: {}, near: {}}
      """;

  private static RunningServer server;
  private static Visitor moderator;

  @BeforeAll
  static void start() throws IOException {
    writePack();
    server = RunningServer.on("history-data", "--pack", PACK.toString(), "--policy", "2021-11");
    Visitor administrator = Visitor.enter(server, "admin", server.password());
    moderator =
        Visitor.enter(server, "moderator", administrator.oneTime(server, "moderator", "moderator"));
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private static void writePack() throws IOException {
    Path shipped = Path.of("..", "packs", "human-exploitation");
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(shipped)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String name = shipped.relativize(file).toString();
        if (Pack.isRule(name)) files.put(name, Files.readAllBytes(file));
      }
    }
    String policy = new String(files.get("policy/2021-11.yaml"), UTF_8);
    files.put("policy/2021-11.yaml", (policy + CLAUSES).getBytes(UTF_8));
    Pinned pinned = Pack.of(files).pin(List.of("2021-11"));
    files.put("pack.yaml", ((Pinned.Written) pinned).text().getBytes(UTF_8));
    RunningServer.remove(PACK);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = PACK.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private static String post(String id, String author, String text) {
    String event =
        "{\"id\":\"%s\",\"text\":\"%s\",\"author\":{\"id\":\"%s\"}}".formatted(id, text, author);
    var response = server.post("/v1/decisions", event);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private static String outcome(String decision) {
    return Json.tree(decision).path("outcome").asText();
  }

  private static String send(String method, String decision, String more, String body) {
    String path = "/v1/decisions/" + Json.tree(decision).path("decision").asText() + more;
    var key = Map.of("Authorization", "Bearer " + moderator.key());
    var response = server.send(method, path, body, key);
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
    return response.body();
  }

  private static void rule(String decision, String outcome) {
    String body = "{\"outcome\":\"%s\",\"reason\":\"seen\",\"revision\":1}".formatted(outcome);
    send("POST", decision, "/rulings", body);
  }

  private static String struck(String author) {
    String offer = post("offer of " + author, author, OFFER);
    assertThat(outcome(offer)).isEqualTo("remove");
    rule(offer, "remove");
    return offer;
  }

  @Test
  void machinesRemoval_countsForNothing_untilAPersonConfirmsIt() {
    String offer = post("o1", "a1", OFFER);
    assertThat(outcome(offer)).isEqualTo("remove");
    assertThat(outcome(post("b1", "a1", BORDER))).isEqualTo("allow");
    rule(offer, "remove");
    assertThat(outcome(post("b2", "a1", BORDER))).isEqualTo("review");
    assertThat(outcome(post("b3", "somebody else", BORDER))).isEqualTo("allow");
  }

  @Test
  void overturnedStrike_countsNoMore_andTheAnswerOfBeforeIsRepeatedAsItWas() {
    String offer = struck("a2");
    String reviewed = post("b4", "a2", BORDER);
    assertThat(outcome(reviewed)).isEqualTo("review");
    assertThat(send("GET", reviewed, "", ""))
        .contains("{\"signal\":\"author.strikes\",\"value\":1,");
    rule(offer, "allow");
    assertThat(outcome(post("b5", "a2", BORDER))).isEqualTo("allow");
    assertThat(post("b4", "a2", BORDER)).isEqualTo(reviewed);
  }

  @Test
  void whoAsks_isTreatedAlike_whateverTheyDidBefore() {
    String before = post("ask1", "a3", ASK);
    struck("a3");
    String ask = post("ask2", "a3", ASK);
    assertThat(outcome(ask)).isEqualTo("allow_with_resources");
    assertThat(Json.tree(ask).path("clauses").toString()).doesNotContain("again");
    assertThat(post("ask1", "a3", ASK)).isEqualTo(before);
    assertThat(post("ask2", "a3", ASK)).isEqualTo(ask);
    rule(ask, "remove");
    String row = "select count(*) from strike";
    long strikes = Long.parseLong(server.column(row).getFirst());
    rule(post("ask3", "an asker", ASK), "remove");
    assertThat(server.column(row)).containsExactly(Long.toString(strikes));
    assertThat(outcome(post("b6", "an asker", BORDER))).isEqualTo("allow");
  }

  private static String in(String group, String id, String author, String text) {
    String event =
        "{\"id\":\"%s\",\"text\":\"%s\",\"author\":{\"id\":\"%s\"},\"group\":{\"id\":\"%s\"}}"
            .formatted(id, text, author, group);
    return server.post("/v1/decisions", event).body();
  }

  private static String asGroup(String id, int revision) {
    String event =
        "{\"id\":\"%s\",\"revision\":%d,\"surface\":\"group\",\"text\":\"Songs and weddings\"}"
            .formatted(id, revision);
    return server.post("/v1/decisions", event).body();
  }

  @Test
  void groupOfConfirmedOffers_isPutToReview_andNeverRemoved_norItsMembersTreatedByIt()
      throws InterruptedException {
    assertThat(outcome(asGroup("g1", 1))).isEqualTo("allow");
    for (int i = 0; i < 7; i++) in("g1", "fine " + i, "m" + i, "the music was lovely");
    for (int i = 0; i < 4; i++) {
      String offer = in("g1", "bad " + i, "n" + i, OFFER);
      assertThat(outcome(asGroup("g1", 2 + i))).as("%d confirmed", i).isEqualTo("allow");
      rule(offer, "remove");
    }
    String told = "select distinct deed from outbox where content = 'g1'";
    String queued = "select count(*) from act where json like '%put group to review%'";
    for (int i = 0; i < 500 && server.column(queued).contains("0"); i++) Thread.sleep(20);
    assertThat(server.column(queued)).containsExactly("1");
    String reviewed = asGroup("g1", 6);
    assertThat(outcome(reviewed)).isEqualTo("review");
    assertThat(asGroup("g1", 6)).isEqualTo(reviewed);
    assertThat(outcome(asGroup("g2", 1))).isEqualTo("allow");
    assertThat(outcome(in("g1", "later", "m9", BORDER))).isEqualTo("allow");
    assertThat(server.column(told)).containsExactly("review");
  }

  @Test
  void whetherHistoriesAreKnown_isSaid() {
    JsonNode checks = Json.tree(server.get("/q/health").body()).path("checks");
    assertThat(checks.toString())
        .contains("{\"name\":\"author history\",\"status\":\"UP\",\"data\":{\"known\":true}}");
  }
}
