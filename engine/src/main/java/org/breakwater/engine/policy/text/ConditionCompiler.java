package org.breakwater.engine.policy.text;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.BooleanOperator;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Comparison;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.InternalOperator;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Relation;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.signal.SignalCatalog;

/**
 * Turns the text of a condition into its tree: CEL parses and type-checks it, {@link
 * ConditionBuilder} admits the subset of design.md §3. A text seen before is not compiled again.
 * For one thread.
 */
final class ConditionCompiler {
  // Building the checker's environment takes longer than compiling a condition, and it is
  // immutable.
  private static final CelCompiler CEL = celOver(new SignalTypes(SignalCatalog.STANDARD));

  private final Map<String, Compiled> seen = new HashMap<>();

  /** A condition, or everything that is wrong with its text. */
  sealed interface Compiled {
    record Accepted(Condition condition) implements Compiled {}

    record Rejected(List<ConditionFault> faults) implements Compiled {}
  }

  private static CelCompiler celOver(SignalTypes types) {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(CelOptions.current().enableHeterogeneousNumericComparisons(true).build())
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder()
                    .filterFunctions((_, overload) -> isInSubset(overload))
                    .build())
            .setTypeProvider(types)
            .setResultType(SimpleType.BOOL);
    types.variables().forEach(builder::addVar);
    return builder.build();
  }

  // CEL adds and compares all overloads anew for each check, so those the subset lacks cost time.
  private static boolean isInSubset(CelStandardDeclarations.StandardOverload overload) {
    return switch (overload) {
      case Relation _ -> true;
      case BooleanOperator operator -> operator != BooleanOperator.CONDITIONAL;
      case InternalOperator operator -> operator == InternalOperator.IN_LIST;
      case Comparison comparison ->
          comparison.name().contains("DOUBLE") && !comparison.name().contains("UINT64");
      default -> false;
    };
  }

  Compiled compile(String text) {
    return seen.computeIfAbsent(text, ConditionCompiler::compileAnew);
  }

  private static Compiled compileAnew(String text) {
    CelValidationResult parsed = CEL.parse(CelWords.escape(text));
    if (parsed.hasError()) return rejected(parsed);
    CelAbstractSyntaxTree tree = treeOf(parsed);
    var builder = new ConditionBuilder(SignalCatalog.STANDARD, tree);
    Condition condition = builder.build();
    if (!builder.faults().isEmpty()) return new Compiled.Rejected(builder.faults());
    CelValidationResult checked = CEL.check(tree);
    return checked.hasError() ? rejected(checked) : new Compiled.Accepted(condition);
  }

  private static CelAbstractSyntaxTree treeOf(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException impossible) {
      throw new IllegalStateException("a result without errors has no tree", impossible);
    }
  }

  private static Compiled rejected(CelValidationResult result) {
    List<ConditionFault> faults = new ArrayList<>();
    for (CelIssue issue : result.getErrors()) {
      faults.add(
          new ConditionFault(offsetOf(issue, result.getSource()), retell(issue.getMessage()), ""));
    }
    return new Compiled.Rejected(List.copyOf(faults));
  }

  private static int offsetOf(CelIssue issue, CelSource source) {
    return source.getLocationOffset(issue.getSourceLocation()).orElse(0);
  }

  private static String retell(String message) {
    String body = message.strip();
    if (body.isEmpty()) return "the condition cannot be read";
    return body.substring(0, 1).toLowerCase(Locale.ROOT) + body.substring(1);
  }
}
