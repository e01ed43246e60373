package org.breakwater.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.evaluation.Duty;
import org.breakwater.measure.evaluation.Evaluation;
import org.breakwater.measure.statistics.Proportion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What a figure must reach, such as {@code held.prohibited.served>=0.80}.
 *
 * @param text as stated
 */
record Bar(String text, Split split, Duty duty, String measure, boolean isFloor, double value) {
  private static final List<String> MEASURES = List.of("served", "caught", "reviewed", "removed");
  private static final Pattern SHAPE =
      Pattern.compile("([a-z]+)\\.([a-z-]+)\\.([a-z]+)(>=|<=)(0|1|0?\\.[0-9]+|1\\.0+)");

  /** Whether an evaluation reaches it; it does not where nothing of the kind was measured. */
  boolean isMetBy(Evaluation evaluation) {
    return share(evaluation)
        .filter(share -> isFloor ? share.value() >= value : share.value() <= value)
        .isPresent();
  }

  /** How an evaluation stands to it, in one line. */
  String standing(Evaluation evaluation) {
    String got = share(evaluation).map(Bar::percent).orElse("nothing of the kind was measured");
    return "%s  %s: %s".formatted(isMetBy(evaluation) ? "met  " : "UNMET", text, got);
  }

  private static String percent(Proportion share) {
    return String.format(
        Locale.ROOT, "%.3f (%d of %d)", share.value(), share.successes(), share.trials());
  }

  private Optional<Proportion> share(Evaluation evaluation) {
    return evaluation
        .whole(split, duty)
        .map(
            figure ->
                switch (measure) {
                  case "caught" -> figure.caught();
                  case "reviewed" -> figure.reviewed();
                  case "removed" -> figure.removed();
                  default -> figure.served();
                })
        .filter(share -> share.trials() > 0);
  }

  static final class Converter implements ITypeConverter<Bar> {
    @Override
    public Bar convert(String text) {
      Matcher parts = SHAPE.matcher(text);
      Optional<Split> split = parts.matches() ? Split.named(parts.group(1)) : Optional.empty();
      Optional<Duty> duty =
          parts.matches()
              ? Arrays.stream(Duty.values())
                  .filter(d -> d.word().equals(parts.group(2)))
                  .findFirst()
              : Optional.empty();
      if (split.isEmpty() || duty.isEmpty() || !MEASURES.contains(parts.group(3)))
        throw new TypeConversionException(
            ("`%s` is no bar such as held.prohibited.served>=0.80; SPLIT is one of %s, DUTY of %s,"
                    + " MEASURE of %s")
                .formatted(
                    text,
                    String.join(", ", Split.words()),
                    String.join(", ", Arrays.stream(Duty.values()).map(Duty::word).toList()),
                    String.join(", ", MEASURES)));
      return new Bar(
          text,
          split.get(),
          duty.get(),
          parts.group(3),
          parts.group(4).equals(">="),
          Double.parseDouble(parts.group(5)));
    }
  }
}
