package org.breakwater.engine.policy.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value in a YAML file. Each reading method either gives what was asked for or records a fault
 * at the value's place and gives nothing.
 */
public record YamlValue(YamlFile file, Node node) {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  public boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  boolean isText() {
    return node instanceof ScalarNode && !isNull();
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** A text that is not blank; numbers and dates are texts too. */
  Optional<String> text() {
    if (!(node instanceof ScalarNode scalar) || isNull()) return wanted("a text");
    if (!scalar.getTag().getValue().startsWith(Tag.PREFIX)) {
      fault("a text must not begin with `!`", "put it in quotes");
      return Optional.empty();
    }
    return scalar.getValue().isBlank() ? wanted("a text") : Optional.of(scalar.getValue());
  }

  /** A text as it stands, which may be blank where it is in quotes; numbers are texts too. */
  public Optional<String> plainText() {
    boolean plain = node.getTag().getValue().startsWith(Tag.PREFIX);
    return plain().isPresent() && plain ? plain() : wanted("a text, in quotes where it is empty");
  }

  /** A whole number of at most nine digits. */
  Optional<Integer> integer() {
    Optional<String> text = plain().filter(each -> INTEGER.matcher(each).matches());
    return text.isPresent() ? text.map(Integer::valueOf) : wanted("a whole number");
  }

  Optional<Double> number() {
    Optional<String> text = plain().filter(each -> NUMBER.matcher(each).matches());
    return text.isPresent()
        ? text.map(each -> new BigDecimal(each).doubleValue())
        : wanted("a number");
  }

  Optional<Boolean> bool() {
    Optional<String> text = plain().filter(each -> each.equals("true") || each.equals("false"));
    return text.isPresent() ? text.map(Boolean::valueOf) : wanted("`true` or `false`");
  }

  Optional<LocalDate> date() {
    try {
      return plain().map(LocalDate::parse).or(() -> wanted("a date such as `2021-11-04`"));
    } catch (DateTimeException e) {
      return wanted("a date such as `2021-11-04`");
    }
  }

  /** A duration of days, weeks, months or years, longer than nothing. */
  Optional<Period> period() {
    String wanted = "an ISO 8601 duration of days such as `P30D`";
    try {
      Optional<Period> period = plain().map(Period::parse);
      return period.filter(each -> !each.isZero() && !each.isNegative()).or(() -> wanted(wanted));
    } catch (DateTimeException e) {
      return wanted(wanted);
    }
  }

  /** One of some words. */
  <T> Optional<T> choice(String kind, List<String> words, Function<String, Optional<T>> named) {
    Optional<String> word = text();
    if (word.isEmpty()) return Optional.empty();
    Optional<T> found = named.apply(word.get());
    if (found.isEmpty())
      fault("unknown " + kind + " `" + word.get() + "`", Nearest.help(word.get(), words));
    return found;
  }

  /** The values of a list; a fault and none when it is not a list. */
  List<YamlValue> list() {
    if (node instanceof SequenceNode sequence)
      return sequence.getValue().stream().map(each -> new YamlValue(file, each)).toList();
    wanted("a list");
    return List.of();
  }

  /** The texts of a list. */
  List<String> texts() {
    return list().stream().map(YamlValue::text).flatMap(Optional::stream).toList();
  }

  /** The fields of a mapping in which any key may stand. */
  public YamlFields fields() {
    return YamlFields.of(this, List.of());
  }

  /** The fields of a mapping in which only these keys may stand. */
  YamlFields fields(List<String> known) {
    return YamlFields.of(this, known);
  }

  private Optional<String> plain() {
    return node instanceof ScalarNode scalar && !isNull()
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /** Records that something else was expected here, and gives nothing. */
  <T> Optional<T> wanted(String what) {
    fault("expected %s, found %s".formatted(what, found()), "");
    return Optional.empty();
  }

  private String found() {
    return switch (node) {
      case SequenceNode _ -> "a list";
      case MappingNode _ -> "a mapping";
      case ScalarNode scalar when !isNull() && !scalar.getValue().isEmpty() ->
          "`" + scalar.getValue() + "`";
      default -> "nothing";
    };
  }

  void fault(String message, String help) {
    file.fault(line(), column(), message, help);
  }

  /** Records a fault at a code point of the value's text. */
  void faultAt(int offset, String message, String help) {
    new ScalarPlace(this).fault(offset, message, help);
  }

  /** Line counted from 0. */
  public int line() {
    return node.getStartMark().map(Mark::getLine).orElse(0);
  }

  /** Column counted from 0. */
  public int column() {
    return node.getStartMark().map(Mark::getColumn).orElse(0);
  }
}
