package org.breakwater.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.engine.decision.Drafts.clause;
import static org.breakwater.engine.decision.Drafts.version;
import static org.breakwater.engine.decision.PrecedenceScenario.ASYLUM;
import static org.breakwater.engine.decision.PrecedenceScenario.AT;
import static org.breakwater.engine.decision.PrecedenceScenario.OFFER;
import static org.breakwater.engine.decision.PrecedenceScenario.OFFER_IF_SURE;
import static org.breakwater.engine.decision.PrecedenceScenario.PATROL;
import static org.breakwater.engine.decision.PrecedenceScenario.RANSOM;
import static org.breakwater.engine.decision.PrecedenceScenario.SOLICIT;
import static org.breakwater.engine.decision.PrecedenceScenario.VAGUE;
import static org.breakwater.engine.decision.PrecedenceScenario.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Automation;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Directory;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What several clauses come to, and that every row of "Precedence, protection and surfaces" in
 * concepts.md has a scenario: here, in {@link PrecedenceOfOneClauseTest} (rows 1 to 6) or in {@link
 * PrecedenceOfUnknownsTest} (row 10).
 */
class PrecedenceTest {
  private static final Path CONCEPTS = Path.of("..", "docs", "concepts.md");

  private static final Clause DANGER =
      clause("d.danger", Label.IMMINENT_DANGER, Stance.PROTECTED, 3)
          .when("speaker.in_danger")
          .leadsTo(Outcome.ESCALATE);
  private static final Clause HELD_FOR_RANSOM =
      clause("e.ransom_told", Label.EXTORTION, Stance.PROTECTED, 3)
          .when("danger.captive")
          .leadsTo(Outcome.ESCALATE);

  static Stream<PrecedenceScenario> scenarios() {
    return Stream.of(alarms(), ranks(), protection(), searches(), nothing()).flatMap(each -> each);
  }

  private static Stream<PrecedenceScenario> alarms() {
    return Stream.of(
        row(
            7,
            "danger escalates over a more severe removal",
            List.of(OFFER, DANGER),
            FakeObservation.seeing("speaker.provides", "speaker.in_danger"),
            Outcome.ESCALATE,
            Label.IMMINENT_DANGER),
        row(
            7,
            "danger escalates whatever its clause leads to",
            List.of(
                clause("x", Label.IMMINENT_DANGER, Stance.ALLOWED, 1)
                    .when("speaker.in_danger")
                    .leadsTo(Outcome.ALLOW)),
            FakeObservation.seeing("speaker.in_danger"),
            Outcome.ESCALATE,
            Label.IMMINENT_DANGER),
        row(
            7,
            "a victim's account of extortion escalates over the demand itself",
            List.of(HELD_FOR_RANSOM, RANSOM),
            FakeObservation.seeing("danger.captive", "ransom.demand"),
            Outcome.ESCALATE,
            Label.EXTORTION),
        row(
            7,
            "extortion in the perpetrator's words is removed",
            List.of(HELD_FOR_RANSOM, RANSOM),
            FakeObservation.seeing("ransom.demand"),
            Outcome.REMOVE,
            Label.EXTORTION),
        row(
            7,
            "danger escalates also from a search",
            List.of(DANGER),
            FakeObservation.seeing("speaker.in_danger"),
            Surface.SEARCH,
            Outcome.ESCALATE,
            Label.IMMINENT_DANGER),
        row(
            7,
            "a clause may answer a search with help instead of an alarm",
            List.of(
                clause("x", Label.IMMINENT_DANGER, Stance.PROTECTED, 5)
                    .when("speaker.in_danger")
                    .on(Surface.SEARCH, Outcome.ALLOW_WITH_RESOURCES)
                    .leadsTo(Outcome.ESCALATE)),
            FakeObservation.seeing("speaker.in_danger"),
            Surface.SEARCH,
            Outcome.ALLOW_WITH_RESOURCES,
            Label.IMMINENT_DANGER));
  }

  private static Stream<PrecedenceScenario> ranks() {
    return Stream.of(
        row(
            8,
            "the highest severity decides",
            List.of(OFFER, SOLICIT),
            FakeObservation.seeing("speaker.provides", "speaker.seeks"),
            Outcome.REMOVE,
            Label.OFFER),
        row(
            8,
            "a severe permission outranks a mild prohibition",
            List.of(
                clause("x", Label.CROSSING_INFO, Stance.ALLOWED, 5)
                    .when("speaker.informs")
                    .leadsTo(Outcome.ALLOW),
                OFFER),
            FakeObservation.seeing("speaker.provides", "speaker.informs"),
            Outcome.ALLOW,
            Label.CROSSING_INFO),
        row(
            8,
            "of equal severity the stronger outcome decides",
            List.of(OFFER, PATROL),
            FakeObservation.seeing("speaker.provides", "patrol.direction"),
            Outcome.ESCALATE,
            Label.LE_EVASION),
        row(
            8,
            "of equal outcome the first clause id decides",
            List.of(
                OFFER,
                clause("a.first", Label.FACILITATE, Stance.PROHIBITED, 4)
                    .when("speaker.provides")
                    .leadsTo(Outcome.REMOVE)),
            FakeObservation.seeing("speaker.provides"),
            Outcome.REMOVE,
            Label.FACILITATE),
        row(
            8,
            "outcomes are compared as a machine may carry them out",
            List.of(
                OFFER_IF_SURE,
                clause("z.sure", Label.FACILITATE, Stance.PROHIBITED, 4)
                    .when("speaker.provides")
                    .leadsTo(Outcome.REMOVE)),
            FakeObservation.seeing("speaker.provides"),
            Outcome.REMOVE,
            Label.FACILITATE));
  }

  private static Stream<PrecedenceScenario> protection() {
    return Stream.of(
        row(
            9,
            "a protected clause turns a removal into a review",
            List.of(OFFER, ASYLUM),
            FakeObservation.seeing("speaker.provides", "asylum.topic"),
            Outcome.REVIEW,
            Label.OFFER),
        row(
            9,
            "a protected clause leaves an escalation",
            List.of(PATROL, ASYLUM),
            FakeObservation.seeing("patrol.direction", "asylum.topic"),
            Outcome.ESCALATE,
            Label.LE_EVASION),
        row(
            9,
            "a protected clause alone lets things be",
            List.of(OFFER, ASYLUM),
            FakeObservation.seeing("asylum.topic"),
            Outcome.ALLOW,
            Label.ASYLUM_SAFETY));
  }

  private static Stream<PrecedenceScenario> searches() {
    return Stream.of(
        row(
            11,
            "a search is never reviewed",
            List.of(OFFER_IF_SURE),
            FakeObservation.seeing("speaker.provides"),
            Surface.SEARCH,
            Outcome.ALLOW_WITH_RESOURCES,
            Label.OFFER),
        row(
            11,
            "a protected search is not limited",
            List.of(OFFER, ASYLUM),
            FakeObservation.seeing("speaker.provides", "asylum.topic"),
            Surface.SEARCH,
            Outcome.ALLOW_WITH_RESOURCES,
            Label.OFFER),
        row(
            11,
            "a search can be limited",
            List.of(OFFER),
            FakeObservation.seeing("speaker.provides"),
            Surface.SEARCH,
            Outcome.REMOVE,
            Label.OFFER));
  }

  private static Stream<PrecedenceScenario> nothing() {
    return Stream.of(
        row(
            12,
            "where nothing holds nothing is done",
            List.of(OFFER, SOLICIT, ASYLUM),
            FakeObservation.seeing(),
            Outcome.ALLOW,
            Label.BENIGN));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void severalClauses_comeToWhatTheirRowSays(PrecedenceScenario scenario) {
    scenario.assertHolds();
  }

  @Test
  void everyRowOfTheTableInTheDocs_isTested() throws IOException {
    List<Integer> documented =
        Files.readAllLines(CONCEPTS).stream()
            .dropWhile(line -> !line.startsWith("### Precedence, protection and surfaces"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("#"))
            .filter(line -> line.matches("\\| \\d+ \\|.*"))
            .map(line -> Integer.parseInt(line.split("\\|", -1)[1].strip()))
            .toList();
    assertThat(documented).isNotEmpty().isEqualTo(testedRows());
  }

  private static List<Integer> testedRows() {
    return Stream.of(
            PrecedenceOfOneClauseTest.scenarios(),
            PrecedenceOfUnknownsTest.scenarios(),
            scenarios())
        .flatMap(each -> each)
        .map(PrecedenceScenario::row)
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void twoPacks_areJudgedTogether() {
    PolicyVersion drugs =
        Drafts.version(
            "drugs",
            List.of(),
            clause("drugs.offer", Label.DRUG_OFFER, Stance.PROHIBITED, 3)
                .when("drugs.offer")
                .leadsTo(Outcome.REMOVE));
    var decider = new Decider(List.of(version(SOLICIT), drugs));
    Decision decision =
        decider.decide(
            ContentEvent.post("p", "words"),
            List.of(FakeObservation.seeing("speaker.seeks"), FakeObservation.seeing("drugs.offer")),
            AT);
    assertThat(decision.label()).isEqualTo(Label.DRUG_OFFER);
    assertThat(decision.labels()).containsExactly(Label.DRUG_OFFER, Label.SOLICIT);
    assertThat(decision.clauses()).containsExactly("b.solicit", "drugs.offer");
    assertThat(decision.policies())
        .extracting(Decision.PolicyRef::policy)
        .containsExactly("drugs@2021-11", "test@2021-11");
  }

  @Test
  void orderOfClausesAndPolicies_doesNotMatter() {
    Clause[] clauses = {OFFER, SOLICIT, ASYLUM, PATROL, RANSOM, VAGUE};
    FakeObservation seen =
        FakeObservation.seeing(
            "speaker.provides", "speaker.seeks", "asylum.topic", "ransom.demand");
    var event = ContentEvent.post("p", "words");
    PolicyVersion forwards = withClauses(List.of(clauses));
    PolicyVersion backwards = withClauses(Arrays.asList(clauses).reversed());
    assertThat(new Decider(List.of(forwards)).decide(event, List.of(seen), AT))
        .isEqualTo(new Decider(List.of(backwards)).decide(event, List.of(seen), AT));
  }

  private static PolicyVersion withClauses(List<Clause> clauses) {
    PolicyVersion empty = version();
    return new PolicyVersion(
        empty.pack(),
        empty.version(),
        empty.date(),
        empty.hash(),
        "",
        clauses,
        empty.lexicon(),
        new Automation.Assumed(),
        Directory.EMPTY);
  }
}
