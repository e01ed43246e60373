package org.breakwater.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds every response to the OpenAPI document that the server serves. */
final class Described {
  private static final String PLACE = "https://example.org/openapi.json";
  private static final Set<Integer> BY_THE_DOOR = Set.of(401, 404, 405, 429);

  private final JsonNode document;
  private final SchemaRegistry schemas;

  Described(String json) {
    try {
      document = new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(PLACE, json)));
  }

  /** What of a response the document does not say; empty when all is well. */
  String fault(HttpResponse<String> response) {
    String method = response.request().method().toLowerCase(Locale.ROOT);
    Optional<String> path = path(response.uri().getRawPath());
    String operation =
        path.map(found -> "/paths/" + escaped(found) + "/" + method).orElse("/nowhere");
    int status = response.statusCode();
    if (document.at(operation).isMissingNode()) {
      return BY_THE_DOOR.contains(status)
          ? problem(response)
          : "%s %s is not described".formatted(method, response.uri());
    }
    String pointer = followed(operation + "/responses/" + status);
    if (document.at(pointer).isMissingNode())
      return "%s %s does not say what %d is".formatted(method, path.orElseThrow(), status);
    return content(pointer, response);
  }

  private String problem(HttpResponse<String> response) {
    return content("/components/responses/Problem", response);
  }

  private String content(String pointer, HttpResponse<String> response) {
    JsonNode types = document.at(pointer).path("content");
    String type = bare(response.headers().firstValue("Content-Type").orElse(""));
    if (types.isMissingNode() && response.body().isEmpty()) return "";
    for (Map.Entry<String, JsonNode> each : types.properties()) {
      if (!bare(each.getKey()).equals(type)) continue;
      if (!type.endsWith("json")) return "";
      String schema = pointer + "/content/" + escaped(each.getKey()) + "/schema";
      List<?> faults =
          schemas
              .getSchema(SchemaLocation.of(PLACE + "#" + schema))
              .validate(response.body(), InputFormat.JSON);
      return faults.isEmpty() ? "" : faults + " in " + response.body();
    }
    return "`%s` is no type of %s".formatted(type, pointer);
  }

  private String followed(String pointer) {
    JsonNode reference = document.at(pointer).path("$ref");
    return reference.isTextual() ? reference.asText().substring(1) : pointer;
  }

  private Optional<String> path(String asked) {
    List<String> segments = List.of(asked.split("/", -1));
    return document.path("paths").properties().stream()
        .map(Map.Entry::getKey)
        .filter(path -> fits(List.of(path.split("/", -1)), segments))
        .findFirst();
  }

  private static boolean fits(List<String> path, List<String> segments) {
    boolean isOpenEnded = path.getLast().startsWith("{+");
    boolean isLong = segments.size() > path.size();
    if (segments.size() < path.size() || (isLong && !isOpenEnded)) return false;
    for (int i = 0; i < path.size(); i++) {
      boolean any = path.get(i).startsWith("{") && !segments.get(i).isEmpty();
      if (!any && !path.get(i).equals(segments.get(i))) return false;
    }
    return true;
  }

  private static String bare(String type) {
    return type.replaceAll(";.*", "").strip();
  }

  private static String escaped(String segment) {
    return segment.replace("~", "~0").replace("/", "~1");
  }
}
