package org.breakwater.spec.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.ClauseSet;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Condition.Constant;
import org.breakwater.engine.policy.Finding;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.Stance;
import org.breakwater.engine.policy.text.ConditionText;
import org.breakwater.engine.policy.text.ConditionText.Parsed;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;
import org.junit.jupiter.api.Test;

class ConditionOracleTest {
  private static final Cel CEL = celWithSignals();

  @Test
  void withoutUnknowns_conditionMeansWhatCelSaysItMeans() {
    RandomCondition.forSeeds(
        150,
        random -> {
          String text = new RandomCondition(random).text(4);
          ClauseSet set = setOf(List.of(clause(0, parsed(text), new Constant(false))));
          for (int i = 0; i < 8; i++) {
            var observation = new RandomObservation(random, 0);
            boolean holds = !set.read(observation).findings().isEmpty();
            assertThat(holds).as(text).isEqualTo(cel(text, observation.byName()));
          }
        });
  }

  @Test
  void withUnknowns_clausesAreWhatKleeneSaysTheyAre() {
    RandomCondition.forSeeds(
        60,
        random -> {
          List<Clause> clauses = clauses(random, 1 + random.nextInt(80));
          ClauseSet set = setOf(clauses);
          for (int i = 0; i < 10; i++) {
            compare(set, new RandomObservation(random, random.nextDouble()));
          }
        });
  }

  private static void compare(ClauseSet set, RandomObservation observation) {
    var slow = new SlowCondition(observation);
    List<Finding> findings = set.read(observation).findings();
    assertThat(findings.stream().map(finding -> finding.clause().id() + finding.when()))
        .containsExactlyElementsOf(
            set.clauses().stream()
                .filter(clause -> slow.value(clause.when()) != Truth.FALSE)
                .map(clause -> clause.id() + slow.value(clause.when()))
                .toList());
    for (Finding finding : findings) {
      Clause clause = finding.clause();
      assertThat(finding.certain()).isEqualTo(slow.value(clause.certain()));
      assertThat(finding.evidence())
          .as(ConditionText.print(clause.when()))
          .containsExactlyInAnyOrderElementsOf(slow.evidence(clause.when(), true));
      assertThat(finding.unknownInWhen())
          .containsExactlyInAnyOrderElementsOf(slow.unknown(clause.when()));
      assertThat(finding.unknownInCertain())
          .containsExactlyInAnyOrderElementsOf(slow.unknown(clause.certain()));
      assertThat(finding.wouldHoldIfUnknownsWereTrue())
          .as(ConditionText.print(clause.when()))
          .isEqualTo(wouldHold(slow, clause.when()));
    }
  }

  private static boolean wouldHold(SlowCondition slow, Condition when) {
    return slow.value(when) == Truth.UNKNOWN
        && slow.value(slow.knowingUnknowns(when)) == Truth.TRUE
        && slow.wordsSpeak(when, false);
  }

  private static List<Clause> clauses(RandomGenerator random, int size) {
    var texts = new RandomCondition(random);
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      clauses.add(clause(i, parsed(texts.text(3)), parsed(texts.text(2))));
    }
    return clauses;
  }

  private static ClauseSet setOf(List<Clause> clauses) {
    return ClauseSet.of(clauses);
  }

  private static Condition parsed(String text) {
    return switch (ConditionText.parse(text)) {
      case Parsed.Accepted(Condition condition) -> condition;
      case Parsed.Rejected(var problems) -> throw new AssertionError(text + " " + problems);
    };
  }

  private static boolean cel(String text, Map<String, Object> values) {
    try {
      return (Boolean) CEL.createProgram(CEL.compile(text).getAst()).eval(values);
    } catch (CelValidationException | CelEvaluationException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Cel celWithSignals() {
    var options = CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
    var builder = CelFactory.plannerCelBuilder().setOptions(options);
    for (Signal signal : SignalCatalog.STANDARD.all()) builder.addVar(signal.name(), type(signal));
    return builder.build();
  }

  private static CelType type(Signal signal) {
    return switch (signal.type()) {
      case FLAG -> SimpleType.BOOL;
      case NUMBER -> SimpleType.DOUBLE;
      case TEXT -> SimpleType.STRING;
    };
  }

  private static Clause clause(int number, Condition when, Condition certain) {
    return new Clause(
        "c" + number,
        Map.of("en", "a clause"),
        Label.OFFER,
        Stance.PROHIBITED,
        3,
        when,
        certain,
        new Clause.SurfaceOutcomes(Outcome.REVIEW, Map.of()),
        List.of(),
        Map.of(),
        Clause.Strikes.NONE,
        "",
        false,
        "",
        List.of(new Clause.Source("a source", LocalDate.EPOCH, Clause.Source.Grade.INFERRED)),
        new Clause.Examples(Map.of(), Map.of()));
  }
}
