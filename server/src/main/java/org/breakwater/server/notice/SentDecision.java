package org.breakwater.server.notice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.casework.notice.Judged;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.text.Span;

/** Reads a decision as it was sent, which the log has shown to be ours. */
final class SentDecision {
  private SentDecision() {}

  static Judged judged(UUID name, LocalDate on, JsonNode sent) {
    return new Judged(
        name,
        on,
        Outcome.named(sent.path("outcome").asText()).orElse(Outcome.REVIEW),
        Label.named(sent.path("label").asText()).orElse(Label.UNCLEAR),
        sent.path("policies").path(0).path("policy").asText(),
        words(sent.path("clauses")),
        actions(sent.path("actions")),
        sent.path("lang").asText("und"),
        marked(sent.path("evidence")));
  }

  /** The outcome a person had ruled before, where this decision stood under that ruling. */
  static Optional<Outcome> ruled(JsonNode sent) {
    return sent.has("ruling") ? Outcome.named(sent.path("outcome").asText()) : Optional.empty();
  }

  private static List<String> words(JsonNode values) {
    List<String> words = new ArrayList<>();
    values.forEach(value -> words.add(value.asText()));
    return words;
  }

  private static List<Judged.Ordered> actions(JsonNode values) {
    List<Judged.Ordered> actions = new ArrayList<>();
    for (JsonNode value : values)
      Action.named(value.path("action").asText())
          .ifPresent(
              action ->
                  actions.add(new Judged.Ordered(action, days(value.path("duration").asText("")))));
    return actions;
  }

  private static int days(String duration) {
    try {
      return duration.startsWith("P") ? Judged.Ordered.days(Period.parse(duration)) : 0;
    } catch (DateTimeException _) {
      return 0;
    }
  }

  private static List<Span> marked(JsonNode evidence) {
    List<Span> marked = new ArrayList<>();
    for (JsonNode each : evidence)
      marked.add(
          new Span(
              each.path("field").asText(), each.path("start").asInt(), each.path("end").asInt()));
    return marked;
  }
}
