package org.breakwater.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Requests made from the OpenAPI document, most of them wrong somewhere: none is answered by 5xx.
 */
@Tag("long")
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 20_000);
  private static final List<String> WORDS =
      List.of(
          "",
          "p1",
          "\u0000",
          "coyote",
          "'; drop table act; --",
          "../..",
          "%2e%2e",
          "\uD800",
          "ñandú",
          "018f0000-0000-7000-8000-000000000000",
          "a".repeat(5_000),
          "{}",
          "null",
          "💥");

  private final RunningServer server = RunningServer.on("fuzz-data", "--rate", "1000000");
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  private final JsonNode document = Json.tree(server.get("/q/openapi?format=json").body());

  @Test
  void requestsMadeFromTheDocument_areNeverAnsweredBy5xx() {
    Map<Integer, Integer> statuses = new TreeMap<>();
    try (server) {
      List<String> operations = operations();
      for (int i = 0; i < REQUESTS; i++) {
        HttpResponse<String> response = sent(operations.get(chance.nextInt(operations.size())));
        statuses.merge(response.statusCode(), 1, Integer::sum);
        assertThat(response.statusCode())
            .as("-Dseed=%d: %s answered %s", seed, response.request(), response.body())
            .isLessThan(500);
      }
    }
    System.out.printf("%d requests by status: %s%n", REQUESTS, statuses);
    assertThat(statuses.keySet()).contains(200, 400, 404, 409);
  }

  /** Those that a machine's key may take, as method and path. */
  private List<String> operations() {
    List<String> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          boolean forMachines = path.getKey().startsWith("/v1/");
                          if (forMachines) operations.add(method.getKey() + " " + path.getKey());
                        }));
    return operations;
  }

  private HttpResponse<String> sent(String operation) {
    String method = operation.substring(0, operation.indexOf(' '));
    String path = operation.substring(operation.indexOf(' ') + 1);
    while (path.contains("{"))
      path = path.replaceFirst("\\{\\w+}", URLEncoder.encode(segment(), UTF_8));
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + server.key());
    if (chance.nextInt(4) == 0) headers.put("Idempotency-Key", "k" + chance.nextInt(50));
    if (chance.nextInt(8) == 0) headers.put("X-Deadline-Ms", chance.nextBoolean() ? "50000" : "x");
    if (chance.nextInt(8) == 0) headers.put("Content-Type", "text/plain");
    String body = method.equals("post") ? body(path) : "";
    try {
      return server.send(method.toUpperCase(Locale.ROOT), path, body, headers);
    } catch (AssertionError e) {
      // The body may be a megabyte.
      String start = body.substring(0, Math.min(body.length(), 200));
      throw new AssertionError(
          "-Dseed=%d: %s %s %s %s".formatted(seed, method, path, headers.keySet(), start), e);
    }
  }

  private String segment() {
    String word = word();
    return word.isEmpty() || word.length() > 500 || word.equals("\uD800") ? "x" : word;
  }

  private String word() {
    return WORDS.get(chance.nextInt(WORDS.size()));
  }

  private String body(String path) {
    if (chance.nextInt(10) == 0) return word();
    int lines = path.endsWith(":batch") ? 1 + chance.nextInt(4) : 1;
    var body = new StringBuilder();
    for (int i = 0; i < lines; i++)
      body.append(object(path.contains("searches") ? "Search" : "ContentEvent")).append('\n');
    return body.toString();
  }

  private String object(String schema) {
    Map<String, Object> members = new HashMap<>();
    document
        .at("/components/schemas/" + schema + "/properties")
        .properties()
        .forEach(
            member -> {
              if (chance.nextInt(3) > 0) members.put(member.getKey(), value(member.getValue()));
            });
    if (chance.nextInt(3) > 0) {
      members.put("id", "p" + chance.nextInt(200));
      members.put("text", word());
      members.put("query", word());
    }
    return Json.text(members);
  }

  /** A value of the schema's type, or of any other. */
  private Object value(JsonNode schema) {
    JsonNode options = schema.path("enum");
    if (options.isArray() && chance.nextInt(4) > 0)
      return options.get(chance.nextInt(options.size()));
    String type =
        schema.path("type").isArray()
            ? schema.path("type").path(0).asText()
            : schema.path("type").asText();
    return switch (chance.nextInt(6) == 0 ? "other" : type) {
      case "integer", "number" -> chance.nextInt(5) == 0 ? -1 : chance.nextInt(1_000);
      case "boolean" -> chance.nextBoolean();
      case "array" -> List.of(word(), word());
      case "object" -> Map.of("id", word(), "kind", word(), "title", word());
      case "string" -> word();
      default -> chance.nextBoolean() ? Json.NULL : List.of(Map.of("x", 1.5e300));
    };
  }
}
