package org.breakwater.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.server.demo.Course.Wording;

/** What the platform counted on its own, beside the server. Used by one thread. */
final class Tally {
  /** Days that are counted together. */
  static final int SPAN = 28;

  private final Map<Integer, Span> spans = new TreeMap<>();
  private final Map<String, Long> languages = new TreeMap<>();
  private final Map<Wording, Offers> network = new EnumMap<>(Wording.class);
  private final List<Note> notes = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private int today;

  /** Something out of the common run. */
  record Note(int day, String what) {}

  /** What became of posts and ads of some days, and of searches. */
  static final class Span {
    int posts;
    int removed;
    int waiting;
    int hiddenByPeople;
    int appeals;
    int restored;
    int searches;
    int helped;
  }

  /** What a machine made of the offers of a network. */
  static final class Offers {
    int all;
    int removed;
    int reviewed;
  }

  private Span span(int day) {
    today = day;
    return spans.computeIfAbsent(day / SPAN, _ -> new Span());
  }

  void decided(int day, JsonNode answer) {
    Span span = span(day);
    span.posts++;
    switch (answer.path("outcome").asText()) {
      case "remove" -> span.removed++;
      case "review", "escalate" -> span.waiting++;
      default -> {
        // It stays.
      }
    }
    count("posts and ads");
    languages.merge(answer.path("lang").asText(), 1L, Long::sum);
  }

  void searched(int day, JsonNode answer, boolean helped) {
    Span span = span(day);
    span.searches++;
    if (helped) span.helped++;
    count("searches");
    if (helped) count("searches with help above");
    languages.merge(answer.path("lang").asText(), 1L, Long::sum);
  }

  void opened() {
    count("help opened");
  }

  void ruled(boolean remove) {
    if (remove) span(today).hiddenByPeople++;
    count("rulings");
  }

  void confirmed() {
    count("accounts' ends confirmed");
  }

  void appealed() {
    span(today).appeals++;
    count("appeals");
  }

  /** A senior moderator answered an appeal. */
  void answered(boolean restored) {
    if (restored) span(today).restored++;
    count(restored ? "restored on appeal" : "upheld on appeal");
  }

  void offered(Wording wording, JsonNode answer) {
    Offers offers = of(wording);
    offers.all++;
    switch (answer.path("outcome").asText()) {
      case "remove" -> offers.removed++;
      case "review", "escalate" -> offers.reviewed++;
      default -> {
        // Missed.
      }
    }
  }

  private Offers of(Wording wording) {
    return network.computeIfAbsent(wording, _ -> new Offers());
  }

  void note(int day, String what) {
    notes.add(new Note(day, what));
  }

  private void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** Decisions of posts and ads, and of searches. */
  long decisions() {
    return counts.getOrDefault("posts and ads", 0L) + counts.getOrDefault("searches", 0L);
  }

  /** By the number of the span. */
  Map<Integer, Span> spans() {
    return spans;
  }

  List<Note> notes() {
    return notes;
  }

  Map<Wording, Offers> network() {
    return network;
  }

  /** Count by what was counted. */
  Map<String, Long> counts() {
    return counts;
  }

  /** Decisions by the language that the server said. */
  Map<String, Long> languages() {
    return languages;
  }
}
