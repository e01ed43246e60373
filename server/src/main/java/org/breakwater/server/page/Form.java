package org.breakwater.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a policy is given out. */
enum Form {
  JSON,
  HTML;

  /**
   * The form that a header {@code Accept} (RFC 9110, section 12.5.1) likes best; of those it likes
   * alike the one it names first, and JSON where it takes anything. Empty when it takes neither.
   */
  static Optional<Form> wanted(String accept) {
    List<Range> ranges = new ArrayList<>();
    for (String part : accept.split(",", -1)) ranges.add(Range.of(part));
    if (ranges.stream().allMatch(range -> range.type().isEmpty())) return Optional.of(JSON);
    return ranges.stream()
        .filter(range -> range.weight() > 0)
        .sorted(Comparator.comparingDouble(Range::weight).reversed())
        .flatMap(range -> range.forms().stream())
        .filter(form -> !isRefused(form, ranges))
        .findFirst();
  }

  /** Named with a weight of 0, where a wider range would take it. */
  private static boolean isRefused(Form form, List<Range> ranges) {
    return ranges.stream()
        .filter(range -> range.weight() == 0 && !range.type().equals("*/*"))
        .anyMatch(range -> range.forms().contains(form));
  }

  private record Range(String type, double weight) {
    static Range of(String text) {
      List<String> parts = List.of(text.split(";", -1));
      double weight = 1;
      for (String part : parts.subList(1, parts.size())) {
        String parameter = part.strip().toLowerCase(Locale.ROOT);
        // As the RFC writes weights; anything else weighs nothing.
        if (parameter.startsWith("q=")) {
          String value = parameter.substring(2);
          weight = value.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(value) : 0;
        }
      }
      return new Range(parts.getFirst().strip().toLowerCase(Locale.ROOT), weight);
    }

    /** Those it takes, the liked one first. */
    List<Form> forms() {
      return switch (type) {
        case "*/*" -> List.of(JSON, HTML);
        case "application/*", "application/json" -> List.of(JSON);
        case "text/*", "text/html" -> List.of(HTML);
        default -> List.of();
      };
    }
  }
}
