package org.breakwater.server.resources;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.breakwater.server.Exit;
import org.breakwater.server.Json;
import picocli.CommandLine;

/** What a server said, for a terminal. */
final class Answered {
  private Answered() {}

  static int print(HttpResponse<String> answer, CommandLine line) {
    PrintWriter out = line.getOut();
    PrintWriter err = line.getErr();
    if (answer.statusCode() == 201 || answer.statusCode() == 200) {
      out.println(answer.body());
      out.flush();
      return Exit.ALL_WELL.code();
    }
    JsonNode problem =
        Json.object(answer.body().getBytes(StandardCharsets.UTF_8)).orElse(Json.NULL);
    err.printf(
        "bw: refused (%d): %s: %s%n",
        answer.statusCode(),
        problem.path("member").asText("server"),
        problem.path("reason").asText("no reason given"));
    problem.path("others").forEach(each -> err.println("bw: " + each.asText()));
    if (problem.has("cure")) err.println("bw: " + problem.path("cure").asText());
    err.flush();
    return Exit.INPUT_REFUSED.code();
  }
}
