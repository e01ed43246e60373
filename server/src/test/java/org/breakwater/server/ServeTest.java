package org.breakwater.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The routes, over a real socket. */
class ServeTest {
  private static final String ASK =
      "Does anyone know a coyote from Reynosa? I need to bring my sister";
  private static final String OFFER =
      "trips to the north every Friday, 6000 a head, inbox +1 202 555 0123";

  private static final RunningServer SERVER = SharedServer.get();

  private static String event(String id, String text) {
    return "{\"id\":\"%s\",\"text\":\"%s\",\"author\":{\"id\":\"author-of-%s\"}}"
        .formatted(id, text, id);
  }

  private static String member(String json, String name) {
    return Json.object(json.getBytes(UTF_8)).orElseThrow().path(name).asText();
  }

  @Test
  void decision_isTheEnginesWithItsPlace() {
    var response = SERVER.post("/v1/decisions", event("one", ASK));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .startsWith("{\"id\":\"one\",\"revision\":1,\"outcome\":\"allow_with_resources\"")
        .matches(
            "(?s).*\"reasonLang\":\"en\",\"decision\":\"[0-9a-f-]{36}\","
                + "\"batch\":\\d+,\"position\":\\d+}");
    assertThat(response.headers().firstValue("Link").orElseThrow())
        .isEqualTo(
            "</v1/receipts/%s>; rel=\"receipt\"".formatted(member(response.body(), "decision")));
  }

  @Test
  void sameRequest_hasTheSameBytes_andAnotherBodyIsRefused() {
    String first = SERVER.post("/v1/decisions", event("same", OFFER)).body();
    assertThat(SERVER.post("/v1/decisions", event("same", OFFER)).body()).isEqualTo(first);
    var other = SERVER.post("/v1/decisions", event("same", "something else"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(member(other.body(), "title")).isEqualTo("other body");
  }

  @Test
  void idempotencyKey_namesTheRequest() {
    String first = SERVER.post("/v1/decisions", event("k1", ASK), "Idempotency-Key", "x").body();
    assertThat(SERVER.post("/v1/decisions", event("k1", ASK), "Idempotency-Key", "x").body())
        .isEqualTo(first);
    assertThat(SERVER.post("/v1/decisions", event("k2", ASK), "Idempotency-Key", "x").statusCode())
        .isEqualTo(409);
    assertThat(SERVER.post("/v1/decisions", event("k1", ASK), "Idempotency-Key", "y").body())
        .isNotEqualTo(first);
  }

  @Test
  void badEvent_isRefusedWithAllItsFaults() {
    var response = SERVER.post("/v1/decisions", "{\"id\":3,\"surface\":\"wall\"}");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body())
        .contains(
            "\"member\":\"id\"", "\"reason\":\"must be text, not a number\"", "text: is required");
  }

  @Test
  void tooLong_andTooDeep_areRefused() {
    assertThat(SERVER.post("/v1/decisions", event("long", "x".repeat(1 << 20))).statusCode())
        .isEqualTo(413);
    String deep = "{\"id\":\"d\",\"text\":\"\",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}";
    assertThat(SERVER.post("/v1/decisions", deep).body()).contains("is nested deeper than 16");
  }

  @Test
  void manyLongBodiesAtOnce_areDecidedOrPutOff_andNoneFails() {
    List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String body = event("many" + i, "long ".repeat(30_000));
      HttpRequest request =
          SERVER.request("/v1/decisions").POST(BodyPublishers.ofString(body)).build();
      sent.add(SERVER.client().sendAsync(request, BodyHandlers.ofString()));
    }
    List<Integer> answered =
        sent.stream().map(CompletableFuture::join).map(HttpResponse::statusCode).toList();
    assertThat(answered).contains(200).isSubsetOf(200, 503);
    assertThat(SERVER.post("/v1/decisions", event("short", ASK)).statusCode()).isEqualTo(200);
  }

  @Test
  void batch_answersEachLineInOrder() {
    var lines = new StringBuilder();
    for (int i = 0; i < 300; i++)
      lines.append(i % 50 == 7 ? "{\"id\":\"b" + i + "\"}" : event("b" + i, ASK)).append('\n');
    List<String> answers =
        SERVER.post("/v1/decisions:batch", lines.toString()).body().lines().toList();
    assertThat(answers).hasSize(300);
    for (int i = 0; i < 300; i++) {
      String start =
          i % 50 == 7
              ? "{\"line\":%d,\"id\":\"b%d\",\"problem\":{".formatted(i + 1, i)
              : "{\"id\":\"b%d\",".formatted(i);
      assertThat(answers.get(i)).startsWith(start);
    }
  }

  // By hand, because the JDK's client sends nothing before its buffer is full.
  @Test
  void batch_answersALineBeforeTheNextIsSent() throws IOException {
    var uri = SERVER.request("/v1/decisions:batch").build().uri();
    try (var socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream sent = socket.getOutputStream();
      sent.write(
          ("POST /v1/decisions:batch HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                  + "Authorization: Bearer "
                  + SERVER.key()
                  + "\r\n\r\n")
              .getBytes(UTF_8));
      var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      chunk(sent, event("stream1", ASK) + "\n");
      assertThat(lineAfter(answers, "{\"id\":\"stream")).startsWith("{\"id\":\"stream1\"");
      chunk(sent, event("stream2", ASK) + "\n");
      assertThat(lineAfter(answers, "{\"id\":\"stream")).startsWith("{\"id\":\"stream2\"");
      chunk(sent, "");
      assertThat(lineAfter(answers, "0")).isEqualTo("0");
    }
  }

  private static void chunk(OutputStream sent, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    sent.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
    sent.write(bytes);
    sent.write("\r\n".getBytes(UTF_8));
    sent.flush();
  }

  private static String lineAfter(BufferedReader answers, String start) throws IOException {
    String line = answers.readLine();
    while (line != null && !line.startsWith(start)) line = answers.readLine();
    return line == null ? "nothing" : line;
  }

  @Test
  void decision_isReadBack_noRecordLabelsAsAllowed() {
    String ask = SERVER.post("/v1/decisions", event("back1", ASK)).body();
    String readAsk = SERVER.get("/v1/decisions/" + member(ask, "decision")).body();
    assertThat(readAsk)
        .contains("\"outcome\":\"allow\",\"policies\":[")
        .doesNotContain("solicit", "back1");
    String offer = SERVER.post("/v1/decisions", event("back2", OFFER)).body();
    assertThat(SERVER.get("/v1/decisions/" + member(offer, "decision")).body())
        .contains("\"sent\":" + offer);
    assertThat(SERVER.get("/v1/decisions/018f0000-0000-7000-8000-000000000000").statusCode())
        .isEqualTo(404);
  }

  @Test
  void search_isScreened_withHelpAboveItsResults() {
    var response =
        SERVER.post(
            "/v1/searches:screen", "{\"query\":\"busco coyote en Reynosa\",\"lang\":\"es\"}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"action\":\"show_interstitial\"", "\"reasonLang\":\"es\"");
    assertThat(SERVER.post("/v1/searches:screen", "{\"lang\":\"es\"}").body())
        .contains("\"member\":\"query\"");
  }

  @Test
  void receipt_holdsOffline_andEveryChangeIsFound() throws IOException {
    String decision = SERVER.post("/v1/decisions", event("receipt", OFFER)).body();
    String receipt = SERVER.get("/v1/receipts/" + member(decision, "decision")).body();
    assertThat(verified(receipt, decision).printed()).contains("is in the log as it was sent");
    assertThat(verified(receipt, decision.replace("receipt", "Receipt")))
        .isEqualTo(
            new RunningServer.Ran(4, "fault: the decision is not the one the leaf commits to\n"));
    String moved = receipt.replaceFirst("\"position\":\\d+", "\"position\":77");
    assertThat(verified(moved, decision).exit()).isEqualTo(4);
  }

  private static RunningServer.Ran verified(String receipt, String decision) throws IOException {
    Path folder = SERVER.data().resolveSibling("receipts");
    Files.createDirectories(folder);
    Path receiptFile = Files.writeString(folder.resolve("receipt.json"), receipt);
    Path decisionFile = Files.writeString(folder.resolve("decision.json"), decision + "\n");
    return RunningServer.run(
        "audit", "verify",
        "--receipt", receiptFile.toString(),
        "--decision", decisionFile.toString(),
        "--key", SERVER.data().resolve("log.pub").toString());
  }

  @Test
  void wholeDatabase_holds_whileTheServerRuns() throws IOException {
    SERVER.post("/v1/decisions", event("whole", OFFER));
    Path older = SERVER.data().resolveSibling("older-checkpoint");
    Files.writeString(older, SERVER.get("/checkpoint").body());
    SERVER.post("/v1/decisions", event("whole2", OFFER));
    var ran = RunningServer.run("audit", "verify", "--data", SERVER.data().toString());
    assertThat(ran.printed()).startsWith("holds: ");
    assertThat(
            RunningServer.run(
                    "audit",
                    "verify",
                    "--data",
                    SERVER.data().toString(),
                    "--against",
                    older.toString())
                .exit())
        .isZero();
  }

  @Test
  void policy_isPublic_withBothHalves() {
    var response = SERVER.get("/v1/policies/2022-12");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"policy\":\"human-exploitation@2022-12\"", "\"prohibits\":[{", "\"allows\":[{");
    assertThat(SERVER.get("/v1/policies/1999-01").body())
        .contains("ask for one of 2021-11, 2022-12");
  }

  @Test
  void everyRouteButThePublicOnes_asksForAKey() {
    List<String> closed =
        List.of("/v1/decisions/x", "/v1/receipts/x", "/q/openapi", "/q/metrics", "/v1/nothing");
    for (String path : closed) assertThat(withoutKey(path)).as(path).isEqualTo(401);
    List<String> open =
        List.of("/checkpoint", "/v1/policies/2021-11", "/q/health", "/q/health/ready");
    for (String path : open) assertThat(withoutKey(path)).as(path).isEqualTo(200);
    assertThat(
            SERVER
                .post("/v1/decisions", event("nokey", ASK), "Authorization", "Bearer bw_x")
                .statusCode())
        .isEqualTo(401);
    assertThat(SERVER.post("/checkpoint", "", "Authorization", "").statusCode()).isEqualTo(401);
  }

  private static int withoutKey(String path) {
    var request = HttpRequest.newBuilder(SERVER.request(path).build().uri()).GET().build();
    try {
      return SERVER.client().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void tiles_areThereForEverybody_andNeverChange() {
    String decision = SERVER.post("/v1/decisions", event("tile", OFFER)).body();
    // A receipt stands under a checkpoint that has its entry.
    SERVER.get("/v1/receipts/" + member(decision, "decision"));
    for (String tile : List.of("/tile/0/000.p/1", "/tile/entries/000.p/1")) {
      var response = SERVER.send("GET", tile, "", Map.of());
      assertThat(response.statusCode()).as(tile).isEqualTo(200);
      assertThat(response.headers().allValues("Cache-Control"))
          .containsExactly("public, max-age=31536000, immutable");
    }
    for (String none : List.of("/tile/0/x001/x234/067", "/tile/0", "/checkpoint/cosigned"))
      assertThat(SERVER.send("GET", none, "", Map.of()).statusCode()).as(none).isEqualTo(404);
    assertThat(SERVER.send("GET", "/tile", "", Map.of()).statusCode()).isEqualTo(401);
  }

  @Test
  void whatNoRouteTakes_isRefusedInTheSameForm() {
    var unknown = SERVER.get("/v1/nothing");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(member(unknown.body(), "title")).isEqualTo("unknown route");
    var method = SERVER.post("/v1/receipts/x", "");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(member(method.body(), "title")).isEqualTo("other method");
  }

  @Test
  @Tag("long")
  void portThatIsTaken_endsWithExit3() {
    int port = SERVER.request("/").build().uri().getPort();
    var ran =
        RunningServer.run(
            "serve",
            "--data",
            RunningServer.emptied("serve-data-2").toString(),
            "--port",
            "" + port,
            "--policy",
            "2021-11");
    assertThat(ran.printed()).contains("bw: cannot listen on 127.0.0.1, port " + port);
    assertThat(ran.exit()).isEqualTo(3);
  }

  @Test
  void unknownScope_isAUsageError() {
    assertThat(RunningServer.run("serve", "--new-key", "decide,raed").exit()).isEqualTo(2);
  }

  @Test
  void openApi_is31_andNamesTheRoutes() {
    String document = SERVER.get("/q/openapi").body();
    assertThat(document).contains("openapi: 3.1");
    assertThat(document).contains("/v1/decisions:batch", "/v1/searches:screen");
  }
}
