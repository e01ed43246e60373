package org.breakwater.engine.policy.text;

import dev.cel.common.ast.CelConstant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.breakwater.engine.content.AuthorKind;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Condition.Compare;
import org.breakwater.engine.policy.Condition.Flag;
import org.breakwater.engine.policy.Condition.Not;
import org.breakwater.engine.policy.Condition.OneOf;
import org.breakwater.engine.policy.Condition.Relation;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;

/** A constant written in a condition, and the tests it can take part in. */
sealed interface Literal {
  record Bool(boolean value) implements Literal {
    @Override
    public String toString() {
      return "`" + value + "`";
    }
  }

  /**
   * @param whole written without a point, which CEL calls an int
   */
  record Numeral(double value, boolean whole) implements Literal {
    @Override
    public String toString() {
      return "`" + ConditionText.number(value) + "`";
    }
  }

  record Text(String value) implements Literal {
    @Override
    public String toString() {
      return "`" + ConditionText.quoted(value) + "`";
    }
  }

  record Unsupported(String kind) implements Literal {
    @Override
    public String toString() {
      return kind;
    }
  }

  /** A test of a signal against a literal, or why there is none. */
  sealed interface Tested {
    record Accepted(Condition condition) implements Tested {}

    record Refused(String message, String help) implements Tested {}
  }

  static Literal of(CelConstant constant) {
    return switch (constant.getKind()) {
      case BOOLEAN_VALUE -> new Bool(constant.booleanValue());
      case INT64_VALUE -> new Numeral(constant.int64Value(), true);
      case DOUBLE_VALUE -> new Numeral(constant.doubleValue(), false);
      case STRING_VALUE -> new Text(constant.stringValue());
      case NOT_SET, NULL_VALUE, UINT64_VALUE, BYTES_VALUE, TIMESTAMP_VALUE, DURATION_VALUE ->
          new Unsupported("a literal of this kind");
    };
  }

  /** The test {@code signal relation literal}. */
  default Tested tested(int slot, SignalCatalog catalog, Relation relation) {
    Signal signal = catalog.at(slot);
    return switch (this) {
      case Bool(boolean value) when signal.type() == Signal.Type.FLAG && isEqual(relation) ->
          new Tested.Accepted(value ? new Flag(slot) : new Not(new Flag(slot)));
      case Numeral(double value, boolean whole)
          when whole && isEqual(relation) && signal.type() == Signal.Type.NUMBER ->
          new Tested.Refused(
              "`==` and `!=` compare a number with a decimal",
              "write `" + ConditionText.decimal(value) + "`");
      case Numeral(double value, _) when signal.type() == Signal.Type.NUMBER ->
          compared(new Compare(slot, relation, value), signal);
      case Text(String value) when signal.type() == Signal.Type.TEXT && isEqual(relation) ->
          oneOf(slot, catalog, List.of(value));
      default -> mismatch(signal, relation, this);
    };
  }

  private static boolean isEqual(Relation relation) {
    return relation == Relation.EQUAL;
  }

  private static Tested mismatch(Signal signal, Relation relation, Literal literal) {
    String help =
        switch (signal.type()) {
          case FLAG -> "write `%1$s` or `!%1$s`";
          case NUMBER -> "compare it with a number, as in `%1$s >= 1`";
          case TEXT -> "compare it with `==`, `!=` or `in` and texts, as in `%1$s == \"…\"`";
        };
    return new Tested.Refused(
        "`%s` does not fit between the %s `%s` and %s"
            .formatted(relation.sign(), wordFor(signal.type()), signal.name(), literal),
        help.formatted(signal.name()));
  }

  private static String wordFor(Signal.Type type) {
    return switch (type) {
      case FLAG -> "flag";
      case NUMBER -> "number";
      case TEXT -> "text";
    };
  }

  private static Tested compared(Compare compare, Signal signal) {
    String[] ends = signal.range().split("\\.\\.", -1);
    double low = ends[0].isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(ends[0]);
    double high =
        ends.length < 2 || ends[1].isEmpty()
            ? Double.POSITIVE_INFINITY
            : Double.parseDouble(ends[1]);
    double constant = compare.constant();
    boolean possible =
        switch (compare.relation()) {
          case LESS -> low < constant;
          case AT_MOST -> low <= constant;
          case MORE -> high > constant;
          case AT_LEAST -> high >= constant;
          case EQUAL -> low <= constant && constant <= high;
        };
    return possible
        ? new Tested.Accepted(compare)
        : neverHolds(signal, compare.relation().sign(), ConditionText.number(constant));
  }

  private static Tested neverHolds(Signal signal, String sign, String constant) {
    return new Tested.Refused(
        "`%s %s %s` can never hold".formatted(signal.name(), sign, constant),
        "`%s` is one of `%s`".formatted(signal.name(), signal.range()));
  }

  /** The test that a signal is one of some texts. */
  static Tested oneOf(int slot, SignalCatalog catalog, List<String> texts) {
    Signal signal = catalog.at(slot);
    if (signal.type() != Signal.Type.TEXT)
      return new Tested.Refused(
          "`%s` is a %s, not a text".formatted(signal.name(), wordFor(signal.type())), "");
    if (texts.isEmpty())
      return new Tested.Refused(
          "`%s in []` can never hold".formatted(signal.name()), "name at least one text");
    for (String text : texts) {
      Optional<Tested> refused = refuse(signal, text);
      if (refused.isPresent()) return refused.get();
    }
    return new Tested.Accepted(new OneOf(slot, texts.stream().distinct().toList()));
  }

  private static Optional<Tested> refuse(Signal signal, String text) {
    return switch (signal.name()) {
      case "surface" -> unknown("surface", text, Surface.words());
      case "author.kind" -> unknown("author kind", text, AuthorKind.words());
      case "lang" -> shaped(signal, text, LANGUAGE, "a language is a primary subtag such as `es`");
      case "price.currency" ->
          shaped(signal, text, CURRENCY, "a currency is an ISO 4217 code such as `USD`");
      default -> Optional.empty();
    };
  }

  Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private static Optional<Tested> unknown(String kind, String text, List<String> words) {
    if (words.contains(text)) return Optional.empty();
    return Optional.of(
        new Tested.Refused("unknown %s `%s`".formatted(kind, text), Nearest.help(text, words)));
  }

  private static Optional<Tested> shaped(Signal signal, String text, Pattern shape, String help) {
    if (shape.matcher(text).matches()) return Optional.empty();
    return Optional.of(
        new Tested.Refused("`%s` can never be `%s`".formatted(signal.name(), text), help));
  }
}
