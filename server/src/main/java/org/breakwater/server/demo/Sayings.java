package org.breakwater.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.breakwater.server.Json;

/** What people of the simulated platform say: the pack's cases of the train split. */
final class Sayings {
  private final Map<String, List<Saying>> byFunctionality;

  /**
   * One case.
   *
   * @param truth its label, which the platform's people know and the server is not told
   * @param surface empty for a post
   * @param replyTo what it answers; empty for none
   */
  record Saying(
      String text,
      String lang,
      String functionality,
      String truth,
      String surface,
      String replyTo) {

    /** Whether the policy of that version wants it gone. */
    boolean isProhibited() {
      return functionality.startsWith("offer.")
          || functionality.startsWith("facilitate.")
          || functionality.startsWith("documents.")
          || functionality.startsWith("trafficking.")
          || functionality.equals("obfuscation.offer");
    }

    private static Saying of(JsonNode line) {
      return new Saying(
          line.path("text").asText(),
          line.path("lang").asText(),
          line.path("functionality").asText(),
          line.path("label").asText(),
          line.path("surface").asText(""),
          line.path("context").path("replyTo").asText(""));
    }
  }

  private Sayings(Map<String, List<Saying>> byFunctionality) {
    this.byFunctionality = byFunctionality;
  }

  /**
   * Reads a pack's cases.
   *
   * @param pack its folder
   */
  static Sayings of(Path pack) {
    Map<String, List<Saying>> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(pack.resolve("cases").resolve("train"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).sorted().toList())
        for (String line : Files.readAllLines(file)) {
          Saying saying = Saying.of(Json.tree(line));
          // What is said in private is not for a demonstration of posts.
          if (!saying.surface().equals("message"))
            all.computeIfAbsent(saying.functionality(), _ -> new ArrayList<>()).add(saying);
        }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the cases of " + pack, e);
    }
    return new Sayings(all);
  }

  /** One at random of those kinds. */
  Saying any(Random random, Predicate<String> functionality) {
    List<Saying> fitting =
        byFunctionality.entrySet().stream()
            .filter(each -> functionality.test(each.getKey()))
            .flatMap(each -> each.getValue().stream())
            .toList();
    return fitting.get(random.nextInt(fitting.size()));
  }
}
