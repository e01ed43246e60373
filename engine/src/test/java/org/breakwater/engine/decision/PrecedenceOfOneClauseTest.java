package org.breakwater.engine.decision;

import static org.breakwater.engine.decision.Drafts.clause;
import static org.breakwater.engine.decision.Drafts.version;
import static org.breakwater.engine.decision.PrecedenceScenario.OFFER;
import static org.breakwater.engine.decision.PrecedenceScenario.OFFER_IF_SURE;
import static org.breakwater.engine.decision.PrecedenceScenario.VAGUE;
import static org.breakwater.engine.decision.PrecedenceScenario.row;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Automation.Licensed;
import org.breakwater.engine.policy.Automation.Triple;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.Stance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows 1 to 6 of the table: what is looked at, and what a single clause asks for. */
class PrecedenceOfOneClauseTest {
  private static final Clause AD =
      clause("k.ad", Label.SOLICIT, Stance.ALLOWED, 2)
          .when("speaker.seeks")
          .on(Surface.AD, Outcome.REMOVE)
          .leadsTo(Outcome.ALLOW);

  static Stream<PrecedenceScenario> scenarios() {
    return Stream.of(messages(), surfaces(), doubts(), licences()).flatMap(each -> each);
  }

  private static Stream<PrecedenceScenario> messages() {
    FakeObservation offering = FakeObservation.seeing("speaker.provides");
    var reported =
        new PrecedenceScenario(
            1,
            "a reported message is judged like a post",
            version(OFFER),
            message(true),
            offering,
            Outcome.REMOVE,
            Label.OFFER);
    var unreported =
        new PrecedenceScenario(
            1,
            "an unreported message is let be",
            version(OFFER),
            message(false),
            offering,
            Outcome.ALLOW,
            Label.UNCLEAR);
    return Stream.of(reported, unreported);
  }

  private static ContentEvent message(boolean reported) {
    var plain = ContentEvent.of("p", "words", Surface.MESSAGE, "");
    return new ContentEvent(
        plain.id(),
        1,
        plain.text(),
        plain.surface(),
        "",
        plain.context(),
        List.of(),
        List.of(),
        null,
        plain.group(),
        "",
        null,
        0,
        reported,
        Map.of());
  }

  private static Stream<PrecedenceScenario> surfaces() {
    return Stream.of(
        row(
            2,
            "an outcome may differ by surface",
            List.of(AD),
            FakeObservation.seeing("speaker.seeks"),
            Surface.AD,
            Outcome.REMOVE,
            Label.SOLICIT),
        row(
            2,
            "elsewhere the common outcome stands",
            List.of(AD),
            FakeObservation.seeing("speaker.seeks"),
            Outcome.ALLOW,
            Label.SOLICIT));
  }

  private static Stream<PrecedenceScenario> doubts() {
    return Stream.of(
        row(
            3,
            "needs_context always asks for a person",
            List.of(VAGUE),
            FakeObservation.seeing("crossing.irregular"),
            Outcome.REVIEW,
            Label.UNCLEAR),
        row(
            4,
            "an undetermined language is never removed",
            List.of(OFFER),
            FakeObservation.seeing("speaker.provides").in("und"),
            Outcome.REVIEW,
            Label.OFFER),
        row(
            5,
            "a removal that is not certain is a review",
            List.of(OFFER_IF_SURE),
            FakeObservation.seeing("speaker.provides"),
            Outcome.REVIEW,
            Label.OFFER),
        row(
            5,
            "one true ground makes it certain",
            List.of(OFFER_IF_SURE),
            FakeObservation.seeing("speaker.provides", "offer.explicit"),
            Outcome.REMOVE,
            Label.OFFER));
  }

  private static Stream<PrecedenceScenario> licences() {
    FakeObservation offering = FakeObservation.seeing("speaker.provides");
    var licensed =
        version(OFFER).with(new Licensed(Set.of(new Triple("a.offer", "en", Surface.POST))));
    var post = ContentEvent.post("p", "words");
    var comment = ContentEvent.of("p", "words", Surface.COMMENT, "");
    return Stream.of(
        new PrecedenceScenario(
            6,
            "a licensed triple is removed",
            licensed,
            post,
            offering,
            Outcome.REMOVE,
            Label.OFFER),
        new PrecedenceScenario(
            6,
            "another surface is not licensed",
            licensed,
            comment,
            offering,
            Outcome.REVIEW,
            Label.OFFER),
        new PrecedenceScenario(
            6,
            "another language is not licensed",
            licensed,
            post,
            FakeObservation.seeing("speaker.provides").in("es"),
            Outcome.REVIEW,
            Label.OFFER),
        new PrecedenceScenario(
            6,
            "without evidence nothing is licensed",
            version(OFFER).with(Licensed.NOTHING),
            post,
            offering,
            Outcome.REVIEW,
            Label.OFFER));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void oneClause_asksForWhatItsRowSays(PrecedenceScenario scenario) {
    scenario.assertHolds();
  }
}
