package org.breakwater.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.engine.content.ContentEvent;

/**
 * Posts to decide, each as JSON and as the event read from it.
 *
 * @param name where they come from, for people
 */
record Posts(String name, List<byte[]> json, List<ContentEvent> events) {
  private static final int EVERY = 10;
  private static final JsonMapper JSON = new JsonMapper();

  int size() {
    return json.size();
  }

  double meanBytes() {
    return json.stream().mapToInt(line -> line.length).average().orElse(0);
  }

  /** Texts of a pack's cases, at most so many. */
  static Posts ofCases(Path pack, int most) {
    var full = new ArrayList<byte[]>();
    for (Path file : files(pack, "cases/*/*/*.jsonl")) {
      for (String line : lines(file)) {
        JsonNode text = tree(file, line);
        full.add(
            FullEvent.of(
                full.size(),
                text.path("text").asText(),
                text.path("surface").asText("post"),
                text.path("lang").asText("")));
      }
    }
    if (full.isEmpty())
      throw new EnvironmentFault("no cases in `" + pack + "`; name another pack by --pack");
    return of("cases of " + pack.getFileName(), spread(full, most));
  }

  /**
   * Every tenth line of a folder's text files, at most so many; a file's name begins with its
   * language.
   */
  static Posts ofTraffic(Path folder, int most) {
    var full = new ArrayList<byte[]>();
    for (Path file : files(folder, "*.txt")) {
      String lang = file.getFileName().toString().replaceFirst("_.*", "");
      List<String> lines = lines(file);
      for (int line = 0; line < lines.size(); line += EVERY) {
        full.add(FullEvent.of(full.size(), lines.get(line), "post", lang));
      }
    }
    if (full.isEmpty())
      throw new EnvironmentFault(
          "no *.txt in `" + folder + "`; name a folder of posts, one a line");
    return of("every tenth line of " + folder.getFileName(), spread(full, most));
  }

  /** At most as many as are allowed, from all over the list. */
  private static List<byte[]> spread(List<byte[]> all, int most) {
    if (all.size() <= most) return all;
    var some = new ArrayList<byte[]>(most);
    for (long i = 0; i < most; i++) some.add(all.get((int) (i * all.size() / most)));
    return some;
  }

  static Posts of(String name, List<byte[]> json) {
    return new Posts(name, json, json.stream().map(Posts::event).toList());
  }

  private static ContentEvent event(byte[] json) {
    return switch (EventJson.read(json)) {
      case EventJson.Read.Accepted(var event, _, _) -> event;
      case EventJson.Read.Rejected(var faults) ->
          throw new EnvironmentFault("a post cannot be decided: " + faults.getFirst());
    };
  }

  private static List<Path> files(Path folder, String pattern) {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(file -> matches(folder.relativize(file), pattern)).sorted().toList();
    } catch (IOException e) {
      throw new EnvironmentFault("cannot read `" + folder + "`: " + e.getMessage());
    }
  }

  private static boolean matches(Path file, String pattern) {
    return file.getFileSystem().getPathMatcher("glob:" + pattern).matches(file);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new EnvironmentFault("cannot read `" + file + "`: " + e.getMessage());
    }
  }

  private static JsonNode tree(Path file, String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new EnvironmentFault("`" + file + "` has a line that is no JSON: " + e.getMessage());
    }
  }
}
