package org.breakwater.engine.policy.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Condition.And;
import org.breakwater.engine.policy.Condition.Compare;
import org.breakwater.engine.policy.Condition.Constant;
import org.breakwater.engine.policy.Condition.Flag;
import org.breakwater.engine.policy.Condition.Not;
import org.breakwater.engine.policy.Condition.OneOf;
import org.breakwater.engine.policy.Condition.Or;
import org.breakwater.engine.policy.Condition.Relation;
import org.breakwater.engine.policy.Problem;
import org.breakwater.engine.signal.SignalCatalog;

/** The text of a condition as policies write it; {@code parse} and {@code print} are inverse. */
public final class ConditionText {
  private ConditionText() {}

  /** A condition, or everything that is wrong with its text. */
  public sealed interface Parsed {
    record Accepted(Condition condition) implements Parsed {}

    /**
     * @param problems with places in the text itself, of which the file is {@code condition}
     */
    record Rejected(List<Problem> problems) implements Parsed {
      public Rejected {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Reads a condition over the signals of {@link SignalCatalog#STANDARD}. */
  public static Parsed parse(String text) {
    return switch (new ConditionCompiler().compile(text)) {
      case ConditionCompiler.Compiled.Accepted(var condition) -> new Parsed.Accepted(condition);
      case ConditionCompiler.Compiled.Rejected(var faults) ->
          new Parsed.Rejected(faults.stream().map(fault -> problem(text, fault)).sorted().toList());
    };
  }

  private static Problem problem(String text, ConditionFault fault) {
    String before = text.substring(0, text.offsetByCodePoints(0, fault.offset()));
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
    return new Problem("condition", line, column, fault.message(), fault.help());
  }

  /** Writes a condition over the signals of {@link SignalCatalog#STANDARD}. */
  public static String print(Condition condition) {
    return switch (condition) {
      case And(var parts) -> join(parts, " && ");
      case Or(var parts) -> join(parts, " || ");
      case Not(Condition part) -> negated(part);
      case Constant(boolean value) -> Boolean.toString(value);
      case Flag(int slot) -> name(slot);
      case Compare(int slot, Relation relation, double constant) ->
          name(slot) + " " + relation.sign() + " " + operand(relation, constant);
      case OneOf(int slot, var constants) -> name(slot) + oneOf(" == ", " in ", constants);
    };
  }

  private static String join(List<Condition> parts, String operator) {
    return parts.stream()
        .map(
            part ->
                part instanceof And || part instanceof Or ? "(" + print(part) + ")" : print(part))
        .collect(Collectors.joining(operator));
  }

  private static String negated(Condition part) {
    return switch (part) {
      case Flag _, Constant _ -> "!" + print(part);
      case OneOf(int slot, var constants) when constants.size() == 1 ->
          name(slot) + " != " + quoted(constants.getFirst());
      case Compare(int slot, Relation relation, double constant) when relation == Relation.EQUAL ->
          name(slot) + " != " + decimal(constant);
      case And _, Or _, Not _, OneOf _, Compare _ -> "!(" + print(part) + ")";
    };
  }

  private static String oneOf(String equal, String in, List<String> constants) {
    if (constants.size() == 1) return equal + quoted(constants.getFirst());
    return in
        + constants.stream().map(ConditionText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String name(int slot) {
    return SignalCatalog.STANDARD.at(slot).name();
  }

  /** A finite number without an exponent, as short as it can be read back. */
  static String number(double value) {
    String plain = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    // Without a point CEL reads an integer, and these do not fit one.
    return Math.abs(value) >= 0x1p53 ? plain + ".0" : plain;
  }

  // CEL orders a double against an int, but does not equate them.
  private static String operand(Relation relation, double constant) {
    return relation == Relation.EQUAL ? decimal(constant) : number(constant);
  }

  /** A finite number that CEL reads as a double. */
  static String decimal(double value) {
    String number = number(value);
    return number.contains(".") ? number : number + ".0";
  }

  /** A text in double quotes with CEL's escapes. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
