package org.breakwater.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Webhooks of a whole server: a decision goes in, and a receiver is told; by API and by verbs. */
@Tag("long")
class WebhookApiTest {
  private static final String OFFER =
      "trips north every Friday, 6000 a head, inbox +1 202 555 0123";

  private static final RunningServer SERVER =
      RunningServer.on("webhook-api-data", "--webhook-allow-private");
  private static final Visitor ADMINISTRATOR = Visitor.enter(SERVER, "admin", SERVER.password());
  private static final List<String> GOT = new CopyOnWriteArrayList<>();
  private static final List<String> IDS = new CopyOnWriteArrayList<>();
  private static final AtomicInteger STATUS = new AtomicInteger(200);
  private static final HttpServer RECEIVER = receiver();

  private static HttpServer receiver() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            GOT.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            IDS.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.sendResponseHeaders(STATUS.get(), -1);
            exchange.close();
          });
      return server;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeAll
  static void listen() {
    RECEIVER.start();
  }

  @AfterAll
  static void end() {
    RECEIVER.stop(0);
    SERVER.close();
  }

  private static HttpResponse<String> send(String method, String path, String body) {
    return SERVER.send(
        method, path, body, Map.of("Authorization", "Bearer " + ADMINISTRATOR.key()));
  }

  private static JsonNode made(String url) {
    var response = send("POST", "/v1/webhooks/endpoints", "{\"url\":\"%s\"}".formatted(url));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return Json.tree(response.body());
  }

  private static String url() {
    return "http://127.0.0.1:" + RECEIVER.getAddress().getPort() + "/hooks";
  }

  private static void await(BooleanSupplier condition) {
    for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) RunningServer.pause(50);
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private static boolean told(String content) {
    return GOT.stream().anyMatch(body -> body.contains("\"" + content + "\""));
  }

  private static RunningServer.Ran verb(String... arguments) {
    List<String> all = new ArrayList<>(List.of("webhooks"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", SERVER.data().toString()));
    return RunningServer.run(all.toArray(String[]::new));
  }

  private static void offer(String id) {
    assertThat(
            SERVER
                .post("/v1/decisions", "{\"id\":\"%s\",\"text\":\"%s\"}".formatted(id, OFFER))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void decision_isTold_andWhatFailsIsReplayed() {
    String path = "/v1/webhooks/endpoints/" + made(url()).path("endpoint").asText();
    STATUS.set(200);
    offer("told-1");
    await(() -> told("told-1"));
    assertThat(GOT.getLast()).doesNotContain("offer", "smuggling", "trips north");
    await(() -> send("GET", path + "/attempts", "").body().contains("\"status\":200"));
    STATUS.set(410);
    offer("told-2");
    await(() -> told("told-2"));
    await(() -> send("GET", path, "").body().contains("answered 410 Gone"));
    await(() -> send("GET", "/v1/webhooks/dead", "").body().contains("\"why\":\"410\""));
    String letter =
        Json.tree(send("GET", "/v1/webhooks/dead", "").body()).at("/dead/0/message").asText();
    STATUS.set(200);
    String replay = "{\"message\":\"%s\"}".formatted(letter);
    assertThat(send("POST", "/v1/webhooks/replays", replay).body()).contains("\"closed\":1");
    assertThat(send("PATCH", path, "{\"state\":\"active\"}").statusCode()).isEqualTo(200);
    assertThat(send("POST", "/v1/webhooks/replays", replay).body()).contains("\"replayed\":1");
    await(() -> IDS.stream().filter(letter::equals).count() == 2);
    assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(send("GET", path, "").statusCode()).isEqualTo(404);
  }

  @Test
  void secret_isShownOnce_andTwoSignAfterARotation() {
    JsonNode made = made(url());
    String secret = made.at("/secrets/0/secret").asText();
    String path = "/v1/webhooks/endpoints/" + made.path("endpoint").asText();
    assertThat(secret).startsWith("whsec_");
    assertThat(send("GET", path, "").body()).doesNotContain("whsec_");
    var rotated = Json.tree(send("POST", path + "/secrets", "{}").body());
    assertThat(rotated.at("/secrets/0/secret").asText()).startsWith("whsec_").isNotEqualTo(secret);
    assertThat(send("POST", path + "/secrets", "{\"endsOld\":1}").statusCode()).isEqualTo(400);
    var tested = Json.tree(send("POST", path + "/tests", "").body());
    assertThat(tested.path("arrived").asBoolean()).isEqualTo(STATUS.get() == 200);
    send("DELETE", path, "");
  }

  @Test
  void endpointForCloudEvents_isToldByThem_alsoByTheVerb() {
    STATUS.set(200);
    var added = verb("add", url(), "--format", "cloudevents", "--webhook-allow-private", "--json");
    assertThat(added.exit()).as(added.printed()).isZero();
    assertThat(added.printed()).contains("\"format\":\"cloudevents\"");
    String id = added.printed().replaceAll("(?s).*\"endpoint\":\"([0-9a-f-]{36}).*", "$1");
    String path = "/v1/webhooks/endpoints/" + id;
    offer("told-4");
    await(() -> told("told-4"));
    String source = source("told-4");
    assertThat(Json.tree(body("told-4")).path("type").asText())
        .isEqualTo("org.breakwater.action.hide");
    assertThat(source).startsWith("urn:breakwater:log:");
    assertThat(Json.tree(send("POST", path + "/tests", "").body()).path("arrived").asBoolean())
        .isTrue();
    assertThat(source("org.breakwater.test")).isEqualTo(source);
    GOT.clear();
    assertThat(verb("test", id, "--webhook-allow-private").exit()).isZero();
    assertThat(source("org.breakwater.test")).as("the verb's is the server's").isEqualTo(source);
    String other = send("PATCH", path, "{\"format\":\"standard\"}").body();
    assertThat(other).contains("\"member\":\"format\"", "add another endpoint");
    String none = send("POST", "/v1/webhooks/endpoints", "{\"format\":\"xml\"}").body();
    assertThat(none).contains("format: must be");
    send("DELETE", path, "");
  }

  private static String body(String word) {
    return GOT.stream()
        .filter(each -> each.contains("\"" + word + "\"") && each.contains("specversion"))
        .findFirst()
        .orElseThrow();
  }

  private static String source(String word) {
    return Json.tree(body(word)).path("source").asText();
  }

  @Test
  void badRequests_areRefusedWithAllTheirFaults() {
    for (String body :
        List.of("", "[]", "{}", "{\"url\":1}", "{\"url\":\"ftp://x\"}", "{\"url\":\"\\u0000\"}"))
      assertThat(send("POST", "/v1/webhooks/endpoints", body).statusCode()).isEqualTo(400);
    var response =
        send(
            "POST",
            "/v1/webhooks/endpoints",
            "{\"url\":\"http://example.org\",\"schemes\":[\"rsa\"],\"description\":\"a\\nb\"}");
    assertThat(response.body())
        .contains("\"member\":\"url\"", "schemes: must", "description: must");
    String path = "/v1/webhooks/endpoints/" + made(url()).path("endpoint").asText();
    assertThat(send("PATCH", path, "{\"state\":\"off\"}").statusCode()).isEqualTo(400);
    assertThat(send("PATCH", path, "{\"url\":null}").statusCode()).isEqualTo(400);
    for (String before : List.of("x", "-1", "1.x", "99999999999999999999"))
      assertThat(send("GET", "/v1/webhooks/dead?before=" + before, "").statusCode()).isEqualTo(400);
    assertThat(send("GET", path + "/attempts?before=x", "").statusCode()).isEqualTo(400);
    for (String body :
        List.of(
            "",
            "{}",
            "{\"message\":42}",
            "{\"message\":\"msg_x\"}",
            "{\"from\":\"yesterday\",\"to\":\"today\"}",
            "{\"from\":\"2026-12-02T00:00:00Z\",\"to\":\"2026-12-01T00:00:00Z\"}",
            "{\"from\":\"-999999-01-01T00:00:00Z\",\"to\":\"+999999-01-01T00:00:00Z\"}"))
      assertThat(send("POST", "/v1/webhooks/replays", body).statusCode()).as(body).isEqualTo(400);
    send("DELETE", path, "");
  }

  @Test
  void verbs_workBesideTheServer() {
    STATUS.set(200);
    var added = verb("add", url(), "--scheme", "hmac,ed25519", "--webhook-allow-private");
    assertThat(added.exit()).as(added.printed()).isZero();
    assertThat(added.printed()).contains("whsec_", "whpk_");
    String id = added.printed().replaceAll("(?s).*endpoint +([0-9a-f-]{36}).*", "$1");
    offer("told-3");
    await(() -> told("told-3"));
    assertThat(verb("list").printed()).contains(id, "active");
    assertThat(verb("rotate", id.substring(0, 8)).printed()).contains("whsec_");
    assertThat(verb("test", id, "--webhook-allow-private").printed()).contains("200 in");
    assertThat(verb("test", id).printed()).contains("refused_address");
    await(() -> verb("log", id).printed().contains("msg_"));
    assertThat(verb("disable", id).exit()).isZero();
    assertThat(verb("list", "--json").printed()).contains("\"state\":\"disabled\"");
    assertThat(verb("dead").exit()).isZero();
    assertThat(verb("replay", "msg_999999").exit()).isEqualTo(4);
    assertThat(verb("replay").exit()).isEqualTo(2);
    assertThat(verb("add", "http://example.org").exit()).isEqualTo(2);
    assertThat(RunningServer.run("webhooks", "list", "--data", "target/nowhere").exit())
        .isEqualTo(2);
    assertThat(verb("remove", id).exit()).isZero();
    var audit = RunningServer.run("audit", "verify", "--data", SERVER.data().toString());
    assertThat(audit.exit()).as(audit.printed()).isZero();
  }

  @Test
  void figures_standInMetrics_andOnTheStatusPage() {
    assertThat(send("GET", "/q/metrics", "").body())
        .contains("breakwater_webhook_deliveries", "breakwater_webhook_oldest_seconds");
    assertThat(ADMINISTRATOR.get(SERVER, "/").body()).contains("Webhooks");
  }
}
