package org.breakwater.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.engine.decision.Drafts.all;
import static org.breakwater.engine.decision.Drafts.any;
import static org.breakwater.engine.decision.Drafts.clause;
import static org.breakwater.engine.decision.Drafts.flag;
import static org.breakwater.engine.decision.Drafts.not;
import static org.breakwater.engine.decision.Drafts.probable;
import static org.breakwater.engine.decision.Drafts.version;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Context;
import org.breakwater.engine.content.Group;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Decision.Evidence;
import org.breakwater.engine.decision.Opinion.Standing;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Entries;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Operator;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.policy.Stance;
import org.breakwater.engine.signal.Truth;
import org.breakwater.engine.text.Span;
import org.junit.jupiter.api.Test;

class DeciderTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");
  private static final ContentEvent POST = ContentEvent.post("p", "words");

  private static final Clause OFFER =
      clause("a.offer", Label.OFFER, Stance.PROHIBITED, 4)
          .titled("Offering to move people for gain", "Ofrecer llevar personas a cambio de dinero")
          .when(
              all(
                  flag("speaker.provides"),
                  any(flag("price.present"), flag("contact.handoff")),
                  not(flag("frame.fiction"))))
          .certain(any(flag("offer.explicit"), probable("intent.provides", 0.95)))
          .leadsTo(Outcome.REMOVE);
  private static final Clause SOLICIT =
      clause("b.solicit", Label.SOLICIT, Stance.ALLOWED_WITH_RESOURCES, 2)
          .titled("Asking for somebody who moves people", "Preguntar por quien lleve personas")
          .when("speaker.seeks")
          .leadsTo(Outcome.ALLOW_WITH_RESOURCES);

  @Test
  void evidence_isWhatMadeClausesHoldAndNothingElse() {
    FakeObservation seen =
        FakeObservation.seeing("speaker.provides", "contact.handoff", "speaker.seeks")
            .at("speaker.provides", new Span("text", 10, 14), new Span("context/title", 0, 4))
            .at("contact.handoff", new Span("text", 2, 8))
            .at("speaker.seeks", new Span("text", 0, 1))
            .at("price.present", new Span("text", 20, 22))
            .at("frame.fiction", new Span("text", 30, 33));
    assertThat(decide(seen, OFFER, SOLICIT).evidence())
        .containsExactly(
            new Evidence("a.offer", "speaker.provides", new Span("context/title", 0, 4)),
            new Evidence("a.offer", "contact.handoff", new Span("text", 2, 8)),
            new Evidence("a.offer", "speaker.provides", new Span("text", 10, 14)),
            new Evidence("b.solicit", "speaker.seeks", new Span("text", 0, 1)));
  }

  @Test
  void aSignalInTwoAlternatives_isEvidenceOnce() {
    Clause twice =
        clause("a", Label.OFFER, Stance.ALLOWED, 1)
            .when(
                any(
                    all(flag("speaker.provides"), flag("price.present")),
                    all(flag("speaker.provides"), flag("contact.handoff"))))
            .leadsTo(Outcome.ALLOW);
    FakeObservation seen =
        FakeObservation.seeing("speaker.provides", "price.present", "contact.handoff")
            .at("speaker.provides", new Span("text", 0, 4));
    assertThat(decide(seen, twice).evidence())
        .containsExactly(new Evidence("a", "speaker.provides", new Span("text", 0, 4)));
  }

  @Test
  void theReason_isInTheContentsLanguageWhereThereAreSentences() {
    FakeObservation seeking = FakeObservation.seeing("speaker.seeks");
    Decision english = decide(seeking.in("fr"), SOLICIT);
    assertThat(english.reasonLang()).isEqualTo("en");
    assertThat(english.reason())
        .isEqualTo(
            "This stays up, and only its author is shown where to find help"
                + " (“Asking for somebody who moves people”).");
    Decision spanish = decide(seeking.in("es"), SOLICIT);
    assertThat(spanish.reasonLang()).isEqualTo("es");
    assertThat(spanish.reason())
        .isEqualTo(
            "Esto sigue visible, y solo a quien lo escribió se le muestra dónde encontrar ayuda"
                + " («Preguntar por quien lleve personas»).");
  }

  @Test
  void aReview_saysThatAPersonWillLook() {
    FakeObservation offering = FakeObservation.seeing("speaker.provides", "price.present");
    assertThat(decide(offering, OFFER).reason()).contains("a person will look at it");
    assertThat(decide(offering.in("es"), OFFER).reason()).contains("una persona lo revisará");
  }

  @Test
  void aClauseWithoutSpanishTitle_isGivenInEnglish() {
    Clause untranslated =
        clause("a", Label.CROSSING_INFO, Stance.ALLOWED, 1).leadsTo(Outcome.ALLOW);
    Decision decision = decide(FakeObservation.seeing().in("es"), untranslated);
    assertThat(decision.reasonLang()).isEqualTo("en");
    assertThat(decision.reason()).isEqualTo("This stays up: our policy allows it (“Title of a”).");
  }

  @Test
  void everyOutcomeOnEverySurface_givesOneSentenceWithoutAHole() {
    for (Surface surface : EnumSet.complementOf(EnumSet.of(Surface.MESSAGE))) {
      for (Outcome outcome : Outcome.values()) {
        Clause clause =
            clause("a", Label.OFFER, Stance.PROHIBITED, 4).titled("T", "T").leadsTo(outcome);
        for (String lang : List.of("en", "es")) {
          var event = ContentEvent.of("p", "w", surface, "");
          Decision decision =
              new Decider(List.of(version(clause)))
                  .decide(event, List.of(FakeObservation.seeing().in(lang)), AT);
          assertThat(decision.reason()).endsWith(".").doesNotContain("%").doesNotContain("..");
          assertThat(decision.reasonLang()).isEqualTo(lang);
        }
      }
    }
  }

  @Test
  void anUnreportedMessage_isLetBeInItsStatedLanguage() {
    var message = ContentEvent.of("m", "words", Surface.MESSAGE, "es-MX");
    Decision decision =
        new Decider(List.of(version(OFFER)))
            .decide(message, List.of(FakeObservation.seeing("speaker.provides")), AT);
    assertThat(decision.outcome()).isEqualTo(Outcome.ALLOW);
    assertThat(decision.unknown()).containsExactly("message.scope");
    assertThat(decision.lang()).isEqualTo("es");
    assertThat(decision.clauses()).isEmpty();
    assertThat(decision.reason()).startsWith("Es un mensaje privado");
  }

  @Test
  void resources_areThoseThatFitTheReader() {
    Resource fits = resource("fits", "US", "smuggled", "en", true, "2026-01-01", "2027-01-01");
    PolicyVersion policy =
        Drafts.version(
            "p",
            List.of(
                resource("abroad", "MX", "smuggled", "en", true, "2026-01-01", "2027-01-01"),
                resource("drugs", "US", "return", "en", true, "2026-01-01", "2027-01-01"),
                resource("expired", "US", "smuggled", "en", true, "2025-01-01", "2026-11-22"),
                fits,
                resource("future", "US", "smuggled", "en", true, "2026-11-23", "2027-01-01"),
                resource("police", "US", "smuggled", "en", false, "2026-01-01", "2027-01-01"),
                resource("spanish", "US", "smuggled", "es", true, "2026-01-01", "2027-01-01")),
            SOLICIT,
            OFFER);
    FakeObservation seeking = FakeObservation.seeing("speaker.seeks");
    assertThat(decide(policy, inUs(), seeking).resources()).containsExactly(fits);
    assertThat(decide(policy, POST, seeking).resources()).isEmpty();
    assertThat(decide(policy, inUs(), FakeObservation.seeing()).resources()).isEmpty();
  }

  @Test
  void ofSeveralLexicons_theFirstThatKnowsTheLanguageNamesIt() {
    var decider = new Decider(List.of(version(OFFER), Drafts.version("other", List.of(), SOLICIT)));
    FakeObservation blind = FakeObservation.seeing().in("und");
    FakeObservation spanish = FakeObservation.seeing().in("es");
    assertThat(decider.decide(POST, List.of(blind, spanish), AT).lang()).isEqualTo("es");
    assertThat(decider.decide(POST, List.of(blind, blind), AT).lang()).isEqualTo("und");
  }

  @Test
  void aMinorWhoAsks_isShownChildProtectionToo() {
    Resource child = resource("child", "US", "child", "en", true, "2026-01-01", "2027-01-01");
    PolicyVersion policy = Drafts.version("p", List.of(child), SOLICIT);
    assertThat(decide(policy, inUs(), FakeObservation.seeing("speaker.seeks")).resources())
        .isEmpty();
    FakeObservation minor = FakeObservation.seeing("speaker.seeks", "minor.present");
    assertThat(decide(policy, inUs(), minor).resources()).containsExactly(child);
  }

  @Test
  void anUndeterminedLanguage_isShownHelpInEveryLanguage() {
    Resource spanish = resource("es", "US", "smuggled", "es", true, "2026-01-01", "2027-01-01");
    PolicyVersion policy = Drafts.version("p", List.of(spanish), SOLICIT);
    FakeObservation seeking = FakeObservation.seeing("speaker.seeks");
    assertThat(decide(policy, inUs(), seeking.in("und")).resources()).containsExactly(spanish);
  }

  @Test
  void everyClause_isExplained() {
    Clause unknown =
        clause("c.unknown", Label.OFFER, Stance.PROHIBITED, 4)
            .when(probable("intent.provides", 0.9))
            .leadsTo(Outcome.REMOVE);
    Clause possible =
        clause("d.possible", Label.OFFER, Stance.PROHIBITED, 4)
            .when(all(flag("price.present"), probable("intent.provides", 0.9)))
            .leadsTo(Outcome.REMOVE);
    Clause absent =
        clause("e.absent", Label.OFFER, Stance.PROHIBITED, 4)
            .when(all(flag("price.present"), flag("contact.phone"), not(flag("speaker.seeks"))))
            .leadsTo(Outcome.REMOVE);
    FakeObservation seen =
        FakeObservation.seeing("speaker.provides", "price.present", "speaker.seeks");
    List<Opinion> opinions =
        new Decider(List.of(version(OFFER, SOLICIT, unknown, possible, absent)))
            .explain(POST, List.of(seen));
    assertThat(opinions)
        .extracting(Opinion::standing)
        .containsExactly(
            Standing.DECIDES,
            Standing.HOLDS,
            Standing.UNKNOWN,
            Standing.MAY_HOLD,
            Standing.DOES_NOT_HOLD);
    assertThat(opinions)
        .extracting(Opinion::why)
        .containsExactly(
            "decides: review, because `certain` is not true",
            "holds, because `speaker.seeks` is true;"
                + " `a.offer` ranks above it (severity 4, this one 2)",
            "is unknown, because `intent.provides >= 0.9` is unknown,"
                + " and nothing follows from that",
            "may hold, because `intent.provides >= 0.9` is unknown;"
                + " `a.offer` ranks above it (severity 4, this one 4)",
            "does not hold, because `contact.phone` is false, `speaker.seeks` is true");
  }

  @Test
  void aFailedAlternative_isOneGround() {
    Opinion opinion =
        new Decider(List.of(version(OFFER)))
            .explain(POST, List.of(FakeObservation.seeing()))
            .getFirst();
    assertThat(opinion.why())
        .isEqualTo(
            "does not hold, because `speaker.provides` is false,"
                + " none of `price.present`, `contact.handoff` is true");
  }

  @Test
  void anOpinion_listsEveryTestWithItsTruthAndPlace() {
    FakeObservation seen =
        FakeObservation.seeing("speaker.provides").at("speaker.provides", new Span("text", 0, 2));
    Opinion opinion = new Decider(List.of(version(OFFER))).explain(POST, List.of(seen)).getFirst();
    assertThat(opinion.when()).isEqualTo(Truth.FALSE);
    assertThat(opinion.certain()).isEqualTo(Truth.UNKNOWN);
    assertThat(opinion.whenTests())
        .containsExactly(
            new Opinion.Test(
                "speaker.provides",
                "speaker.provides",
                Truth.TRUE,
                List.of(new Span("text", 0, 2))),
            new Opinion.Test("price.present", "price.present", Truth.FALSE, List.of()),
            new Opinion.Test("contact.handoff", "contact.handoff", Truth.FALSE, List.of()),
            new Opinion.Test("frame.fiction", "frame.fiction", Truth.FALSE, List.of()));
    assertThat(opinion.certainTests())
        .extracting(Opinion.Test::text)
        .containsExactly("offer.explicit", "intent.provides >= 0.95");
  }

  private static Decision decide(FakeObservation seen, Clause... clauses) {
    return decide(version(clauses), POST, seen);
  }

  private static Decision decide(PolicyVersion policy, ContentEvent event, FakeObservation seen) {
    return new Decider(List.of(policy)).decide(event, List.of(seen), AT);
  }

  private static ContentEvent inUs() {
    return new ContentEvent(
        "p",
        1,
        "words",
        Surface.POST,
        "",
        Context.NONE,
        List.of(),
        List.of(),
        null,
        Group.NONE,
        "us",
        null,
        0,
        false,
        Map.of());
  }

  private static Resource resource(
      String id,
      String region,
      String audience,
      String language,
      boolean byDefault,
      String verifiedAt,
      String expiresAt) {
    return new Resource(
        Entries.entry(
            id, "Fictitious " + id, Operator.NGO, region, List.of(audience), List.of(language)),
        Truth.of(!byDefault),
        LocalDate.parse(verifiedAt),
        LocalDate.parse(expiresAt));
  }
}
