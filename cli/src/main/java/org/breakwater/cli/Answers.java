package org.breakwater.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.engine.Engine;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.measure.evaluation.Answer;

/** Where the answers to cases come from. */
@FunctionalInterface
interface Answers {
  /** The answer to one event; empty when there is none. */
  Optional<Answer> to(ContentEvent event);

  /** The engine's own. */
  static Answers of(Engine engine) {
    return event -> {
      Decision decision = engine.decide(event, engine.timeOf(event)).decision();
      return Optional.of(new Answer(decision.outcome(), decision.label().word()));
    };
  }

  /**
   * Another system's, from a file of JSON Lines with {@code id}, {@code outcome} and maybe {@code
   * label}; other members, such as those of a decision, are passed over.
   *
   * @throws EnvironmentFault if the file has faults, naming all of them
   */
  static Answers in(Path file) {
    Map<String, Answer> byId = new HashMap<>();
    var faults = new ArrayList<String>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) continue;
      Map<String, String> members = Json.texts(lines.get(i));
      Optional<Outcome> outcome = Outcome.named(members.getOrDefault("outcome", ""));
      String id = members.getOrDefault("id", "");
      String place = file + ":" + (i + 1) + ": ";
      if (id.isEmpty()) faults.add(place + "id: is required");
      if (outcome.isEmpty())
        faults.add(place + "outcome: must be one of " + String.join(", ", Outcome.words()));
      outcome.ifPresent(
          given -> {
            var answer = new Answer(given, members.getOrDefault("label", ""));
            if (byId.put(id, answer) != null) faults.add(place + "id: `" + id + "` stands twice");
          });
    }
    if (!faults.isEmpty()) throw new EnvironmentFault(String.join("\n", faults));
    return event -> Optional.ofNullable(byId.get(event.id()));
  }

  private static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new EnvironmentFault("cannot read `%s`: %s".formatted(file, e.getMessage()));
    }
  }
}
