package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Circuit breakers over HTTP: opened by people, by mistakes and by a day's cap. */
@Tag("long")
class BreakerTest {
  private static final String OFFER =
      "trips to the north every Friday, 6000 a head, inbox +1 202 555 0123";
  private static final int CAP = 30;

  private final RunningServer server =
      RunningServer.on("breaker-data", "--removals-a-day", "" + CAP);
  private final Visitor admin = Visitor.enter(server, "admin", server.password());
  private final Visitor senior =
      Visitor.enter(server, "senior", admin.oneTime(server, "senior", "senior_moderator"));

  private JsonNode decided(String id, String... headers) {
    String event = "{\"id\":\"%s\",\"text\":\"%s\"}".formatted(id, OFFER);
    var response = server.post("/v1/decisions", event, headers);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.tree(response.body());
  }

  private HttpResponse<String> switched(String clause, String state, String reason) {
    String body =
        "{\"clause\":\"%s\",\"lang\":\"*\",\"state\":\"%s\",\"reason\":\"%s\"}"
            .formatted(clause, state, reason);
    return server.send(
        "POST", "/v1/breakers", body, Map.of("Authorization", "Bearer " + senior.key()));
  }

  private void allow(JsonNode decision) {
    var ruled =
        server.send(
            "POST",
            "/v1/decisions/" + decision.path("decision").asText() + "/rulings",
            "{\"outcome\":\"allow\",\"reason\":\"a bus line\"}",
            Map.of("Authorization", "Bearer " + senior.key()));
    assertThat(ruled.statusCode()).as(ruled.body()).isEqualTo(201);
  }

  private JsonNode breakers() {
    return Json.tree(server.send("GET", "/v1/breakers", "", Map.of()).body());
  }

  /** Waits for what a figure is to open. */
  private JsonNode opened(String lang) {
    for (int i = 0; i < 100; i++) {
      for (JsonNode each : breakers().path("breakers"))
        if (each.path("lang").asText().equals(lang) && each.path("state").asText().equals("open"))
          return each;
      RunningServer.pause(100);
    }
    throw new AssertionError("none is open: " + breakers());
  }

  @Test
  void breakers_openByPeople_byMistakes_andByTheDaysCap_andCloseByPeople() {
    try (server) {
      JsonNode removed = decided("first");
      assertThat(removed.path("outcome").asText()).isEqualTo("remove");
      String clause = byPeople(removed);
      byMistakes(clause);
      byTheCap(clause);
    }
  }

  /** Returns the clause that removes. */
  private String byPeople(JsonNode removed) {
    String clause = server.column("select distinct clause from removal").getFirst();
    assertThat(removed.path("clauses").toString()).contains(clause);
    assertThat(switched("no.such", "open", "x").statusCode()).isEqualTo(400);
    assertThat(switched(clause, "open", "bus lines are removed").statusCode()).isEqualTo(200);
    JsonNode reviewed = decided("second");
    assertThat(reviewed.path("outcome").asText()).isEqualTo("review");
    assertThat(reviewed.path("actions").findValuesAsText("action"))
        .containsExactly("no_amplification", "queue_review", "preserve");
    assertThat(decided("second")).as("repeated while it is open").isEqualTo(reviewed);
    assertThat(decided("first")).as("as it was first decided").isEqualTo(removed);
    assertThat(switched(clause, "open", "again").statusCode()).isEqualTo(409);
    assertThat(admin.get(server, "/").body()).contains("bus lines are removed");
    assertThat(switched(clause, "closed", "the words are mended").statusCode()).isEqualTo(200);
    assertThat(decided("second")).as("repeated when it is closed").isEqualTo(reviewed);
    assertThat(decided("third").path("outcome").asText()).isEqualTo("remove");
    // What a person closed counts anew from the next day; here that day is today.
    server.column("update breaker set counts_from = counts_from - 1 returning clause");
    return clause;
  }

  private void byMistakes(String clause) {
    for (int i = 0; i < 20; i++) decided("p" + i);
    for (int i = 0; i < 4; i++) allow(decided("p" + i));
    JsonNode open = opened("en");
    assertThat(open.path("clause").asText()).isEqualTo(clause);
    assertThat(open.path("by").asText()).isEqualTo("figure");
    assertThat(open.path("reason").asText()).contains("undone as mistaken");
    assertThat(decided("after").path("outcome").asText()).isEqualTo("review");
    assertThat(server.column("select json from act").toString())
        .contains(
            "{\"act\":\"open breaker\",\"by\":\"the server\",\"clause\":\"%s\"".formatted(clause));
    String closed =
        "{\"clause\":\"%s\",\"lang\":\"en\",\"state\":\"closed\",\"reason\":\"mended\"}"
            .formatted(clause);
    var answer =
        server.send(
            "POST", "/v1/breakers", closed, Map.of("Authorization", "Bearer " + senior.key()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private void byTheCap(String clause) {
    List<String> outcomes =
        java.util.stream.IntStream.range(0, CAP)
            .mapToObj(i -> decided("q" + i).path("outcome").asText())
            .toList();
    String count = server.column("select sum(removed) from removal").getFirst();
    assertThat(count).isEqualTo("" + CAP);
    assertThat(outcomes).startsWith("remove").endsWith("review");
    assertThat(opened("*").path("reason").asText()).contains("used up");
    assertThat(switched(clause, "closed", "more please").statusCode()).isEqualTo(409);
    assertThat(breakers().path("usedUpToday").toString()).contains(clause);
  }
}
