package org.breakwater.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.breakwater.engine.policy.text.Pack;
import org.breakwater.engine.policy.text.Pinned;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A version comes into force by two persons, while the server runs. */
@Tag("long")
class PublishTest {
  private static final String ASK =
      "Does anyone know a coyote from Reynosa? I need to bring my sister";
  private static final String OLD = "2021-11";
  private static final String NEW = "2022-12";
  private static final String PREFIX = "human-exploitation@";
  private static final int CLIENTS = 8;
  private static final int SWAPS = 20;

  private static final Path PACK = Path.of("target", "publish-pack").toAbsolutePath();
  private static final Map<String, Visitor> PEOPLE = new HashMap<>();
  private static RunningServer server =
      RunningServer.on("publish-data", "--pack", PackCopy.at(PACK));

  @BeforeAll
  static void letPeopleIn() {
    Visitor administrator = Visitor.enter(server, "admin", server.password());
    for (var person :
        Map.of("ada", "policy_manager", "ben", "policy_manager", "mod", "moderator").entrySet()) {
      String oneTime = administrator.oneTime(server, person.getKey(), person.getValue());
      PEOPLE.put(person.getKey(), Visitor.enter(server, person.getKey(), oneTime));
    }
    PEOPLE.put("admin", administrator);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @BeforeEach
  void beginWithTheOldVersion() {
    if (!inForce(server).equals(PREFIX + OLD)) publish(OLD);
  }

  private static Visitor person(String name) {
    return Objects.requireNonNull(PEOPLE.get(name));
  }

  private static HttpResponse<String> as(String name, String method, String path, String body) {
    String key = person(name).key();
    return server.send(method, path, body, Map.of("Authorization", "Bearer " + key));
  }

  private static HttpResponse<String> proposed(String name, String version) {
    String body = "{\"version\":\"%s\",\"reason\":\"because of %s\"}".formatted(version, version);
    return as(name, "POST", "/v1/policies:publish", body);
  }

  private static HttpResponse<String> confirmed(String name, String publication) {
    return as(name, "POST", "/v1/publications/" + publication + "/confirm", "");
  }

  private static HttpResponse<String> withdrawn(String name, String publication) {
    String path = "/v1/publications/" + publication + "/withdraw";
    return as(name, "POST", path, "{\"reason\":\"not yet\"}");
  }

  private static String publication(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    return Json.tree(response.body()).path("publication").asText();
  }

  private static void publish(String version) {
    var response = confirmed("ben", publication(proposed("ada", version)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private static String inForce(RunningServer asked) {
    return Json.tree(asked.get("/v1/policies").body()).path("inForce").asText();
  }

  private static String event(String id) {
    return "{\"id\":\"%s\",\"text\":\"%s\"}".formatted(id, ASK);
  }

  private static JsonNode decision(String json) {
    return Json.object(json.getBytes(UTF_8)).orElseThrow();
  }

  private static String policy(JsonNode decision) {
    return decision.path("policies").path(0).path("policy").asText();
  }

  private static String title(HttpResponse<String> response) {
    return Json.tree(response.body()).path("title").asText();
  }

  @Test
  void aProposal_saysWhatWouldChange_andTakesEffectBySomebodyElse() {
    String before = server.post("/v1/decisions", event("two1")).body();
    var proposed = proposed("ada", NEW);
    String publication = publication(proposed);
    assertThat(proposed.headers().firstValue("Location"))
        .contains("/v1/publications/" + publication);
    JsonNode proposal = Json.tree(proposed.body());
    assertThat(proposal.path("state").asText()).isEqualTo("pending");
    assertThat(proposal.path("inForce").asText()).isEqualTo(PREFIX + OLD);
    JsonNode solicit =
        Stream.of(proposal.path("changes"))
            .flatMap(changes -> IntStream.range(0, changes.size()).mapToObj(changes::get))
            .filter(change -> change.path("clause").asText().equals("asking.solicit"))
            .findFirst()
            .orElseThrow();
    assertThat(solicit.path("kind").asText()).isEqualTo("changed");
    assertThat(solicit.path("parts").findValuesAsText("name")).contains("outcome");
    assertThat(inForce(server)).isEqualTo(PREFIX + OLD);

    var same = confirmed("ada", publication);
    assertThat(same.statusCode()).isEqualTo(403);
    assertThat(same.body()).contains("was proposed by you");
    assertThat(confirmed("mod", publication).statusCode()).isEqualTo(403);
    assertThat(confirmed("admin", publication).statusCode()).isEqualTo(403);
    assertThat(server.post("/v1/publications/" + publication + "/confirm", "").statusCode())
        .as("a machine's key")
        .isEqualTo(403);
    assertThat(server.post("/v1/policies:publish", "{}").statusCode()).isEqualTo(403);
    assertThat(title(proposed("ben", NEW))).isEqualTo("another is pending");
    assertThat(inForce(server)).isEqualTo(PREFIX + OLD);
    assertThat(person("mod").get(server, "/").body())
        .contains(publication, "waits for a second policy manager");

    assertThat(confirmed("ben", publication).statusCode()).isEqualTo(200);
    assertThat(inForce(server)).isEqualTo(PREFIX + NEW);
    JsonNode after = decision(server.post("/v1/decisions", event("two2")).body());
    assertThat(policy(after)).isEqualTo(PREFIX + NEW);
    assertThat(after.path("outcome").asText()).isNotEqualTo("allow_with_resources");
    assertThat(server.post("/v1/decisions", event("two1")).body())
        .as("a repeat is answered as it was first decided")
        .isEqualTo(before);

    assertThat(title(confirmed("ben", publication))).isEqualTo("publication ended");
    assertThat(title(proposed("ada", NEW))).isEqualTo("in force already");
    String timeline = server.get("/v1/policies").body();
    JsonNode newest = decision(timeline).path("timeline");
    newest = newest.get(newest.size() - 1);
    assertThat(newest.path("proposedBy").asText()).isEqualTo("policy_manager");
    assertThat(newest.path("confirmedBy").asText()).isEqualTo("policy_manager");
    assertThat(newest.path("reason").asText()).isEqualTo("because of " + NEW);
    assertThat(newest.path("until").isNull()).isTrue();
    assertThat(timeline).doesNotContain("ada", "ben");
  }

  @Test
  void aProposal_canBeWithdrawn_alsoByAnother_andIsThenOver() {
    String publication = publication(proposed("ada", NEW));
    assertThat(as("ada", "POST", "/v1/publications/" + publication + "/withdraw", "").statusCode())
        .as("without a reason")
        .isEqualTo(400);
    assertThat(withdrawn("ben", publication).body()).contains("\"state\":\"withdrawn\"", "not yet");
    assertThat(confirmed("ben", publication).statusCode()).isEqualTo(409);
    assertThat(as("ada", "GET", "/v1/publications/" + publication, "").body())
        .contains("\"step\":\"withdrawn\",\"by\":\"person ben\"");
    assertThat(inForce(server)).isEqualTo(PREFIX + OLD);
    assertThat(confirmed("ada", "018f0000-0000-7000-8000-000000000000").statusCode())
        .isEqualTo(404);
  }

  @Test
  void badProposals_areRefusedInWords() {
    for (String body :
        List.of(
            "",
            "[]",
            "{\"version\":\"2022-12\"}",
            "{\"version\":3,\"reason\":\"x\"}",
            "{\"version\":\"2022-12\",\"reason\":\"\\u0000\"}"))
      assertThat(as("ada", "POST", "/v1/policies:publish", body).statusCode())
          .as(body)
          .isEqualTo(400);
    var unknown = proposed("ada", "1999-01");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("publish one of 2021-11, 2022-12");
    assertThat(proposed("ada", "other@2022-12").statusCode()).isEqualTo(404);
  }

  /** Twenty swaps under eight clients: nothing fails, and each decision is of one version. */
  @Test
  void requestsDuringSwaps_areAllAnswered_eachUnderOneVersion()
      throws IOException, InterruptedException {
    Map<String, String> answers = new ConcurrentHashMap<>();
    Map<String, String> failures = new ConcurrentHashMap<>();
    var running = new AtomicInteger(1);
    List<Thread> clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(
                client ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              for (int i = 0; running.get() > 0; i++)
                                send("load" + client + "-" + i, answers, failures);
                            }))
            .toList();
    for (int i = 0; i < SWAPS; i++) publish(i % 2 == 0 ? NEW : OLD);
    running.set(0);
    for (Thread client : clients) client.join();
    assertThat(failures).isEmpty();
    Map<String, Integer> byPolicy = new TreeMap<>();
    answers
        .values()
        .forEach(
            answer -> {
              JsonNode decision = decision(answer);
              byPolicy.merge(policy(decision), 1, Integer::sum);
              boolean allowed = decision.path("outcome").asText().equals("allow_with_resources");
              assertThat(allowed).as(answer).isEqualTo(policy(decision).endsWith(OLD));
            });
    System.out.printf("%d swaps, decisions by version: %s%n", SWAPS, byPolicy);
    assertThat(byPolicy.keySet()).containsExactly(PREFIX + OLD, PREFIX + NEW);
    assertThat(byPolicy.values()).allMatch(count -> count > SWAPS);
    Map<String, String> one = new TreeMap<>();
    answers.forEach((id, answer) -> one.put(policy(decision(answer)), answer));
    for (String answer : one.values()) receiptHolds(answer);
    answers.entrySet().stream()
        .limit(200)
        .forEach(
            answer ->
                assertThat(server.post("/v1/decisions", event(answer.getKey())).body())
                    .isEqualTo(answer.getValue()));
    var metrics =
        server.send(
            "GET", "/q/metrics", "", Map.of("Authorization", "Bearer " + person("admin").key()));
    assertThat(metrics.body())
        .contains(
            "breakwater_policy_in_force{policy=\"human-exploitation@2021-11\"} 1",
            "breakwater_policy_in_force{policy=\"human-exploitation@2022-12\"} 0")
        .containsPattern("breakwater_policy_swaps_total [2-9][0-9]");
  }

  private static void send(String id, Map<String, String> answers, Map<String, String> failures) {
    var request =
        server
            .request("/v1/decisions")
            .POST(HttpRequest.BodyPublishers.ofString(event(id)))
            .build();
    try {
      var response = server.client().send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() == 200) answers.put(id, response.body());
      else failures.put(id, response.statusCode() + response.body());
    } catch (IOException | InterruptedException e) {
      failures.put(id, e.toString());
    }
  }

  private static void receiptHolds(String answer) throws IOException {
    String name = decision(answer).path("decision").asText();
    Path folder = server.data().resolveSibling("publish-receipts");
    Files.createDirectories(folder);
    Path decision = Files.writeString(folder.resolve("decision.json"), answer);
    Path receipt =
        Files.writeString(
            folder.resolve("receipt.json"), server.get("/v1/receipts/" + name).body());
    var ran =
        RunningServer.run(
            "audit",
            "verify",
            "--receipt",
            receipt.toString(),
            "--decision",
            decision.toString(),
            "--key",
            server.data().resolve("log.pub").toString());
    assertThat(ran.exit()).as(ran.printed()).isZero();
  }

  @Test
  void aVersionAddedOnTheDisk_isPublished_andWhatItsNameStandsForStays() throws IOException {
    Path yaml = PACK.resolve("pack.yaml");
    String index = Files.readString(yaml);
    Path clauses = PACK.resolve("policy/2023-06.yaml");
    String added = "2023-06";
    String text = Files.readString(PACK.resolve("policy/2022-12.yaml"));
    try {
      Files.writeString(clauses, text.replace("severity: 4", "severity: 3"));
      Files.writeString(yaml, index + "  2023-06: {}\n");
      var unpinned = proposed("ada", added);
      assertThat(unpinned.statusCode()).isEqualTo(422);
      assertThat(unpinned.body()).contains("pack.yaml:", "missing `clauses`", "\"others\":[");
      PackCopy.pin(PACK, added);
      publish(added);
      assertThat(inForce(server)).isEqualTo(PREFIX + added);
      assertThat(policy(decision(server.post("/v1/decisions", event("added1")).body())))
          .isEqualTo(PREFIX + added);
      publish(OLD);

      Files.writeString(clauses, text.replace("severity: 4", "severity: 2"));
      var other = proposed("ada", added);
      assertThat(other.statusCode()).as("not what is pinned").isEqualTo(422);
      assertThat(other.body()).contains("is not what `clauses` pins");
      PackCopy.pin(PACK, added);
      var altered = proposed("ada", added);
      assertThat(altered.statusCode()).isEqualTo(409);
      assertThat(altered.body()).contains("what a name stands for does not change", "2023-06.1");
      Files.writeString(clauses, text.replace("when: >-", "whem: >-"));
      PackCopy.pin(PACK, added);
      var faulty = proposed("ada", added);
      assertThat(faulty.statusCode()).isEqualTo(422);
      assertThat(Json.tree(faulty.body()).path("others").size()).isGreaterThan(3);
      Files.writeString(yaml, "pack: [");
      assertThat(proposed("ada", NEW).statusCode()).isEqualTo(422);
      assertThat(server.get("/v1/policies/2022-12").statusCode()).isEqualTo(200);
    } finally {
      Files.writeString(yaml, index);
      Files.deleteIfExists(clauses);
    }
    publish(NEW);
  }

  @Test
  void whatChangesBetweenProposalAndConfirmation_isNotPutInForce() throws IOException {
    Path clauses = PACK.resolve("policy/2022-12.yaml");
    String text = Files.readString(clauses);
    String publication = publication(proposed("ada", NEW));
    try {
      Files.writeString(clauses, text + "# a remark\n");
      var response = confirmed("ben", publication);
      assertThat(response.statusCode()).isEqualTo(422);
      assertThat(response.body()).contains("is not what `clauses` pins");
    } finally {
      Files.writeString(clauses, text);
    }
    assertThat(confirmed("ben", publication).statusCode()).isEqualTo(200);
  }

  @Test
  void restart_keepsTheVersion_andThePendingProposal_andPolicyNoLongerAnswers() {
    publish(NEW);
    String publication = publication(proposed("ada", OLD));
    server.close();
    var refused =
        RunningServer.run(
            "serve",
            "--data",
            server.data().toString(),
            "--port",
            "0",
            "--pack",
            PACK.toString(),
            "--policy",
            OLD);
    assertThat(refused.exit()).as(refused.printed()).isEqualTo(2);
    assertThat(refused.printed())
        .contains("--policy says `2021-11`", "it answers on the first start only", ":publish");
    server.startAgain("--pack", PACK.toString(), "--policy", NEW);
    assertThat(inForce(server)).isEqualTo(PREFIX + NEW);
    assertThat(policy(decision(server.post("/v1/decisions", event("restart1")).body())))
        .isEqualTo(PREFIX + NEW);
    assertThat(confirmed("ben", publication).statusCode()).isEqualTo(200);
    assertThat(inForce(server)).isEqualTo(PREFIX + OLD);
    var audit = RunningServer.run("audit", "verify", "--data", server.data().toString());
    assertThat(audit.exit()).as(audit.printed()).isZero();
  }

  @Test
  void rulesChangedUnderTheNameInForce_keepTheServerFromStarting() throws IOException {
    server.close();
    Path other = PACK.resolveSibling("publish-pack-other");
    PackCopy.at(other);
    Path clauses = other.resolve("policy/2021-11.yaml");
    Files.writeString(clauses, Files.readString(clauses) + "# a remark\n");
    String index = Files.readString(other.resolve("pack.yaml"));
    Map<String, byte[]> files = new TreeMap<>();
    files.put("pack.yaml", index.getBytes(UTF_8));
    files.put("policy/2021-11.yaml", Files.readAllBytes(clauses));
    if (Pack.of(files).pin(List.of(OLD)) instanceof Pinned.Written(var text))
      Files.writeString(
          other.resolve("pack.yaml"),
          index.replaceFirst(
              "clauses: sha256:[0-9a-f]+",
              text.lines()
                  .filter(line -> line.contains("clauses:"))
                  .findFirst()
                  .orElseThrow()
                  .strip()));
    var ran =
        RunningServer.run(
            "serve", "--data", server.data().toString(), "--port", "0", "--pack", other.toString());
    server.startAgain("--pack", PACK.toString());
    assertThat(ran.exit()).as(ran.printed()).isEqualTo(3);
    assertThat(ran.printed()).contains("put back the files it was published with");
  }

  @Test
  void aSecondServer_followsWithinTwoSeconds() throws IOException {
    Path data = RunningServer.emptied("publish-second");
    Files.createDirectories(data.resolve("keys"));
    try (Stream<Path> keys = Files.list(server.data().resolve("keys"))) {
      for (Path key : keys.toList())
        Files.copy(key, data.resolve("keys").resolve(key.getFileName()));
    }
    List<String> pid = Files.readAllLines(server.data().resolve("postgres/cluster/postmaster.pid"));
    String url =
        "postgresql://breakwater:%s@127.0.0.1:%s/postgres"
            .formatted(
                Files.readString(server.data().resolve("keys/postgres.password")).strip(),
                pid.get(3).strip());
    try (var second =
        RunningServer.beside("publish-second", "--database", url, "--pack", PACK.toString())) {
      assertThat(isUsed(second, OLD)).isTrue();
      String proposal = publication(proposed("ada", NEW));
      // It compiles what is proposed, which takes long on a busy machine.
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      confirmed("ben", proposal);
      while (!isUsed(second, NEW) && System.nanoTime() < end) RunningServer.pause(50);
      publish(OLD);
      RunningServer.pause(2_000);
      assertThat(second.open("/v1/policies").body())
          .contains("\"inForce\":\"" + PREFIX + OLD + "\"");
      assertThat(isUsed(second, OLD)).isTrue();
      publish(NEW);
      RunningServer.pause(2_000);
      assertThat(isUsed(second, NEW)).isTrue();
    }
  }

  private static boolean isUsed(RunningServer asked, String version) {
    String page = asked.open("/policy").body();
    return page.contains("<strong>" + PREFIX + version + "</strong>")
        && page.contains("It is in force.");
  }

  @Test
  void page_isForReaders_andJsonForMachines() {
    String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    var page = server.send("GET", "/v1/policies/2022-12", "", Map.of("Accept", browser));
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.headers().firstValue("Vary")).contains("Accept");
    String html = page.body();
    assertThat(html)
        .contains(
            "Version <strong>human-exploitation@2022-12</strong>",
            "What is prohibited",
            "What is allowed or protected",
            "Right: ",
            "href=\"/checkpoint\"",
            "sha256:",
            "fewer results are shown, below help; never an empty page",
            "It applies when",
            "the author ",
            "lang=\"es\"")
        .doesNotContain("<script", "style=");
    assertThat(html.indexOf("What is prohibited"))
        .isLessThan(html.indexOf("What is allowed or protected"));
    assertThat(html.indexOf("What is allowed or protected"))
        .as("both halves come before any rule")
        .isLessThan(html.indexOf("<article"));
    for (String accept : List.of("*/*", "application/json", "text/html;q=0.5, application/json")) {
      var json = server.send("GET", "/v1/policies/2022-12", "", Map.of("Accept", accept));
      assertThat(json.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(json.headers().firstValue("Vary")).contains("Accept");
    }
    var neither = server.send("GET", "/v1/policies/2022-12", "", Map.of("Accept", "image/png"));
    assertThat(neither.statusCode()).isEqualTo(406);
    assertThat(server.get("/v1/policies/none").statusCode()).isEqualTo(404);
    var inForce = server.send("GET", "/policy", "", Map.of());
    assertThat(inForce.body()).contains("<strong>human-exploitation@2021-11</strong>", "until now");
  }
}
