package org.breakwater.engine.policy.text;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Condition.And;
import org.breakwater.engine.policy.Condition.Constant;
import org.breakwater.engine.policy.Condition.Flag;
import org.breakwater.engine.policy.Condition.Not;
import org.breakwater.engine.policy.Condition.Or;
import org.breakwater.engine.policy.Condition.Relation;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;

/** Builds a condition from CEL's tree of one text and collects what the subset does not admit. */
final class ConditionBuilder {
  private static final String SUBSET =
      "a condition knows `&& || ! == != < <= > >= in`, parentheses, literals and signals";

  /** Stands where a part could not be built; the whole is rejected then. */
  private static final Condition FAULTY = new Constant(false);

  private static final Map<Operator, Relation> RELATIONS =
      Map.of(
          Operator.LESS, Relation.LESS,
          Operator.LESS_EQUALS, Relation.AT_MOST,
          Operator.GREATER, Relation.MORE,
          Operator.GREATER_EQUALS, Relation.AT_LEAST);

  private final SignalCatalog catalog;
  private final CelAbstractSyntaxTree tree;
  private final List<ConditionFault> faults = new ArrayList<>();

  ConditionBuilder(SignalCatalog catalog, CelAbstractSyntaxTree tree) {
    this.catalog = catalog;
    this.tree = tree;
  }

  Condition build() {
    return condition(tree.getExpr());
  }

  List<ConditionFault> faults() {
    return List.copyOf(faults);
  }

  private Condition condition(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT -> constant(expr);
      case IDENT, SELECT -> flag(expr);
      case CALL -> call(expr);
      case NOT_SET, LIST, STRUCT, MAP, COMPREHENSION -> unsupported(expr, "this expression");
    };
  }

  private Condition constant(CelExpr expr) {
    CelConstant constant = expr.constant();
    if (constant.getKind() == CelConstant.Kind.BOOLEAN_VALUE)
      return new Constant(constant.booleanValue());
    return fault(expr, "%s stands where a condition should", Literal.of(constant).toString());
  }

  private Condition flag(CelExpr expr) {
    Optional<Integer> slot = signal(expr);
    if (slot.isEmpty()) return FAULTY;
    Signal signal = catalog.at(slot.get());
    return switch (signal.type()) {
      case FLAG -> new Flag(slot.get());
      case NUMBER ->
          fault(expr, "`%s` is a number", "compare it, as in `%1$s >= 1`", signal.name());
      case TEXT ->
          fault(expr, "`%s` is a text", "compare it, as in `%1$s == \"…\"`", signal.name());
    };
  }

  private Condition call(CelExpr expr) {
    Optional<Operator> operator = Operator.findReverse(expr.call().function());
    if (operator.isEmpty() || expr.call().target().isPresent())
      return unsupported(expr, "`" + expr.call().function() + "`");
    List<CelExpr> args = expr.call().args();
    return switch (operator.get()) {
      case LOGICAL_AND -> new And(flatten(expr, expr.call().function(), new ArrayList<>()));
      case LOGICAL_OR -> new Or(flatten(expr, expr.call().function(), new ArrayList<>()));
      case LOGICAL_NOT -> new Not(condition(args.getFirst()));
      case EQUALS -> test(expr, Relation.EQUAL);
      case NOT_EQUALS -> new Not(test(expr, Relation.EQUAL));
      case LESS, LESS_EQUALS, GREATER, GREATER_EQUALS ->
          test(expr, RELATIONS.getOrDefault(operator.get(), Relation.EQUAL));
      case IN -> membership(expr);
      default -> unsupported(expr, "`" + wordFor(operator.get(), expr) + "`");
    };
  }

  private static String wordFor(Operator operator, CelExpr expr) {
    return operator == Operator.CONDITIONAL
        ? "? :"
        : expr.call().function().replace("_", "").replace("@", "");
  }

  private List<Condition> flatten(CelExpr expr, String function, List<Condition> parts) {
    if (expr.getKind() == Kind.CALL && expr.call().function().equals(function)) {
      expr.call().args().forEach(part -> flatten(part, function, parts));
    } else {
      parts.add(condition(expr));
    }
    return parts;
  }

  private Condition test(CelExpr expr, Relation relation) {
    CelExpr left = expr.call().args().get(0);
    CelExpr right = expr.call().args().get(1);
    boolean mirrored = left.getKind() == Kind.CONSTANT;
    CelExpr tested = mirrored ? right : left;
    CelExpr literal = mirrored ? left : right;
    if (!isName(tested) || literal.getKind() != Kind.CONSTANT)
      return fault(
          expr, "`%s` needs a signal on one side and a literal on the other", relation.sign());
    Optional<Integer> slot = signal(tested);
    if (slot.isEmpty()) return FAULTY;
    Literal constant = Literal.of(literal.constant());
    return settle(
        expr, constant.tested(slot.get(), catalog, mirrored ? mirror(relation) : relation));
  }

  private static Relation mirror(Relation relation) {
    return switch (relation) {
      case LESS -> Relation.MORE;
      case AT_MOST -> Relation.AT_LEAST;
      case MORE -> Relation.LESS;
      case AT_LEAST -> Relation.AT_MOST;
      case EQUAL -> Relation.EQUAL;
    };
  }

  private Condition membership(CelExpr expr) {
    CelExpr tested = expr.call().args().get(0);
    CelExpr list = expr.call().args().get(1);
    if (!isName(tested) || list.getKind() != Kind.LIST)
      return fault(expr, "`in` needs a text signal before it and a list of texts after it");
    Optional<Integer> slot = signal(tested);
    if (slot.isEmpty()) return FAULTY;
    List<String> texts = new ArrayList<>();
    for (CelExpr element : list.list().elements()) {
      if (element.getKind() == Kind.CONSTANT
          && Literal.of(element.constant()) instanceof Literal.Text(String text)) texts.add(text);
      else fault(element, "a list after `in` holds texts only");
    }
    return settle(expr, Literal.oneOf(slot.get(), catalog, texts));
  }

  private Condition settle(CelExpr expr, Literal.Tested tested) {
    return switch (tested) {
      case Literal.Tested.Accepted(Condition condition) -> condition;
      case Literal.Tested.Refused(String message, String help) -> {
        faults.add(new ConditionFault(offset(startOf(expr)), message, help));
        yield FAULTY;
      }
    };
  }

  private Optional<Integer> signal(CelExpr expr) {
    Optional<String> name = nameOf(expr).map(CelWords::unescape);
    if (name.isEmpty()) {
      unsupported(expr, "this expression");
      return Optional.empty();
    }
    Optional<Integer> slot = catalog.find(name.get());
    if (slot.isEmpty()) {
      List<String> known = catalog.all().stream().map(Signal::name).toList();
      faults.add(
          new ConditionFault(
              offset(startOf(expr)),
              "unknown signal `" + name.get() + "`",
              Nearest.helpForDotted(name.get(), known)));
    }
    return slot;
  }

  private static boolean isName(CelExpr expr) {
    return expr.getKind() == Kind.IDENT || expr.getKind() == Kind.SELECT;
  }

  private static Optional<String> nameOf(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> Optional.of(expr.ident().name());
      case SELECT ->
          nameOf(expr.select().operand()).map(group -> group + "." + expr.select().field());
      default -> Optional.empty();
    };
  }

  /** The leftmost part: CEL places a field at its dot and an operator at its sign. */
  private static CelExpr startOf(CelExpr expr) {
    return switch (expr.getKind()) {
      case SELECT -> startOf(expr.select().operand());
      case CALL ->
          expr.call().target().map(ConditionBuilder::startOf).orElseGet(() -> firstArgument(expr));
      default -> expr;
    };
  }

  private static CelExpr firstArgument(CelExpr expr) {
    List<CelExpr> args = expr.call().args();
    boolean infix = args.size() > 1 && Operator.findReverse(expr.call().function()).isPresent();
    return infix ? startOf(args.getFirst()) : expr;
  }

  private Condition unsupported(CelExpr expr, String what) {
    faults.add(new ConditionFault(offset(expr), what + " cannot stand in a condition", SUBSET));
    return FAULTY;
  }

  private Condition fault(CelExpr expr, String message, String input) {
    return fault(expr, message, "", input);
  }

  private Condition fault(CelExpr expr, String message) {
    faults.add(new ConditionFault(offset(expr), message, ""));
    return FAULTY;
  }

  private Condition fault(CelExpr expr, String message, String help, String input) {
    faults.add(
        new ConditionFault(offset(startOf(expr)), message.formatted(input), help.formatted(input)));
    return FAULTY;
  }

  private int offset(CelExpr expr) {
    return Optional.ofNullable(tree.getSource().getPositionsMap().get(expr.id())).orElse(0);
  }
}
