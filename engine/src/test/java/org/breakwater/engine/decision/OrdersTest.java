package org.breakwater.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.engine.decision.Drafts.clause;
import static org.breakwater.engine.decision.Drafts.probable;
import static org.breakwater.engine.decision.Drafts.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Decision.Order;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One scenario or more for each row of "Actions follow the final outcome" in concepts.md. */
class OrdersTest {
  private static final Path CONCEPTS = Path.of("..", "docs", "concepts.md");
  private static final Action[] EVERYTHING = Action.values();

  /** Clauses of which the first decides; every scenario sees the flags of all of them. */
  private record Row(int row, String what, Surface surface, List<Clause> clauses, String actions) {
    @Override
    public String toString() {
      return row + ": " + what;
    }
  }

  private static Clause of(Label label, Outcome outcome, Action... actions) {
    return clause("a", label, Stance.PROHIBITED, 4).leadsTo(outcome, actions);
  }

  private static Clause beside(Label label, Stance stance, Action... actions) {
    return clause("b", label, stance, 1).leadsTo(Outcome.ALLOW, actions);
  }

  private static Clause uncertain(int severity) {
    return clause("a", Label.OFFER, Stance.PROHIBITED, severity)
        .certain(probable("intent.provides", 0.95))
        .heldHidden()
        .leadsTo(Outcome.REMOVE, EVERYTHING);
  }

  static Stream<Row> rows() {
    return Stream.of(
            permissions(), reviews(), escalations(), removals(), spared(), onSearch(), hidden())
        .flatMap(row -> row);
  }

  private static Stream<Row> permissions() {
    return Stream.of(
        new Row(
            1,
            "allow orders next to nothing",
            Surface.POST,
            List.of(of(Label.CROSSING_INFO, Outcome.ALLOW, EVERYTHING)),
            "no_amplification"),
        new Row(
            1,
            "allow brings nothing",
            Surface.POST,
            List.of(of(Label.CROSSING_INFO, Outcome.ALLOW)),
            ""),
        new Row(
            1,
            "another clause may keep it from being amplified",
            Surface.POST,
            List.of(
                of(Label.SUCCESS_STORY, Outcome.ALLOW),
                beside(Label.CROSSING_INFO, Stance.ALLOWED, EVERYTHING)),
            "no_amplification"),
        new Row(
            2,
            "help is always sent",
            Surface.POST,
            List.of(of(Label.SOLICIT, Outcome.ALLOW_WITH_RESOURCES)),
            "send_resources"),
        new Row(
            2,
            "contact protection is permitted",
            Surface.POST,
            List.of(of(Label.SOLICIT, Outcome.ALLOW_WITH_RESOURCES, EVERYTHING)),
            "send_resources, mask_contacts, limit_replies, no_amplification"));
  }

  private static Stream<Row> reviews() {
    return Stream.of(
        new Row(
            3,
            "a review of its own may send help",
            Surface.POST,
            List.of(
                of(Label.SOLICIT, Outcome.REVIEW),
                beside(Label.ASYLUM_SAFETY, Stance.ALLOWED, EVERYTHING)),
            "send_resources, no_amplification, queue_review"),
        new Row(
            3,
            "a review of its own may protect",
            Surface.POST,
            List.of(of(Label.SOLICIT, Outcome.REVIEW, EVERYTHING)),
            "send_resources, mask_contacts, limit_replies, no_amplification, queue_review,"
                + " preserve"),
        new Row(
            4,
            "a downgraded review lists three actions",
            Surface.POST,
            List.of(uncertain(4), beside(Label.ASYLUM_SAFETY, Stance.ALLOWED, EVERYTHING)),
            "no_amplification, queue_review, preserve"),
        new Row(
            4,
            "a protected removal lists three actions",
            Surface.POST,
            List.of(
                of(Label.OFFER, Outcome.REMOVE, EVERYTHING),
                beside(Label.ASYLUM_SAFETY, Stance.PROTECTED, EVERYTHING)),
            "no_amplification, queue_review, preserve"));
  }

  private static Stream<Row> escalations() {
    return Stream.of(
        new Row(
            7,
            "an escalation is never amplified",
            Surface.POST,
            List.of(of(Label.IMMINENT_DANGER, Outcome.ESCALATE)),
            "no_amplification, escalate"),
        new Row(
            7,
            "an escalation removes and disables nothing",
            Surface.POST,
            List.of(of(Label.IMMINENT_DANGER, Outcome.ESCALATE, EVERYTHING)),
            "send_resources, mask_contacts, limit_replies, no_amplification, queue_review,"
                + " escalate, preserve"));
  }

  private static Stream<Row> removals() {
    return Stream.of(
        new Row(
            5,
            "a removal removes even where the clause forgot to say so",
            Surface.POST,
            List.of(of(Label.OFFER, Outcome.REMOVE)),
            "remove_content"),
        new Row(
            5,
            "an offer may cost the account",
            Surface.POST,
            List.of(
                of(Label.OFFER, Outcome.REMOVE, Action.PRESERVE, Action.DISABLE_ACCOUNT),
                beside(Label.SOLICIT, Stance.ALLOWED, EVERYTHING)),
            "remove_content, disable_account, send_resources, no_amplification, preserve"),
        new Row(
            5,
            "an ad is refused",
            Surface.AD,
            List.of(of(Label.OFFER, Outcome.REMOVE, Action.REMOVE_CONTENT)),
            "refuse_ad"),
        new Row(
            6,
            "trafficking is preserved, removed and escalated",
            Surface.POST,
            List.of(of(Label.TRAFFICKING_LABOUR, Outcome.REMOVE)),
            "remove_content, escalate, preserve"),
        new Row(
            6,
            "so is a demand for ransom",
            Surface.POST,
            List.of(of(Label.EXTORTION, Outcome.REMOVE)),
            "remove_content, escalate, preserve"),
        new Row(
            6,
            "so is an ad for it",
            Surface.AD,
            List.of(of(Label.TRAFFICKING_SEXUAL, Outcome.REMOVE)),
            "refuse_ad, escalate, preserve"));
  }

  private static Stream<Row> spared() {
    return Stream.of(
        new Row(
            5,
            "asking never costs the account",
            Surface.POST,
            List.of(of(Label.SOLICIT, Outcome.REMOVE, Action.DISABLE_ACCOUNT)),
            "remove_content"),
        new Row(
            6,
            "an open case of extortion spares the account",
            Surface.POST,
            List.of(of(Label.EXTORTION, Outcome.REMOVE, Action.DISABLE_ACCOUNT)),
            "remove_content, escalate, preserve"));
  }

  private static Stream<Row> onSearch() {
    return Stream.of(
        new Row(
            8,
            "a search that is allowed",
            Surface.SEARCH,
            List.of(of(Label.CROSSING_INFO, Outcome.ALLOW, EVERYTHING)),
            "no_amplification"),
        new Row(
            9,
            "a search with help",
            Surface.SEARCH,
            List.of(of(Label.SOLICIT, Outcome.ALLOW_WITH_RESOURCES, EVERYTHING)),
            "show_interstitial, no_amplification"),
        new Row(
            9,
            "a search that would be reviewed",
            Surface.SEARCH,
            List.of(uncertain(5)),
            "show_interstitial, no_amplification"),
        new Row(
            10,
            "a search that is limited is never an empty page",
            Surface.SEARCH,
            List.of(of(Label.TRAFFICKING_SEXUAL, Outcome.REMOVE)),
            "limit_search, show_interstitial"),
        new Row(
            11,
            "a search in danger",
            Surface.SEARCH,
            List.of(of(Label.IMMINENT_DANGER, Outcome.ESCALATE, EVERYTHING)),
            "show_interstitial, no_amplification, escalate"));
  }

  private static Stream<Row> hidden() {
    return Stream.of(
        new Row(
            12,
            "irremediable harm is hidden while it waits",
            Surface.POST,
            List.of(uncertain(5)),
            "remove_content, no_amplification, queue_review, preserve"),
        new Row(
            12,
            "less than irremediable harm stays visible",
            Surface.POST,
            List.of(uncertain(4)),
            "no_amplification, queue_review, preserve"),
        new Row(
            12,
            "what is protected stays visible",
            Surface.POST,
            List.of(uncertain(5), beside(Label.ASYLUM_SAFETY, Stance.PROTECTED)),
            "no_amplification, queue_review, preserve"),
        new Row(
            12,
            "an ad waits unpublished anyway",
            Surface.AD,
            List.of(uncertain(5)),
            "no_amplification, queue_review, preserve"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowOfTheTable_holds(Row row) {
    Decision decision = decide(row.clauses(), row.surface(), FakeObservation.seeing());
    assertThat(words(decision)).isEqualTo(row.actions());
  }

  @Test
  void everyRowOfTheTableInTheDocs_isTested() throws IOException {
    List<Integer> documented =
        Files.readAllLines(CONCEPTS).stream()
            .dropWhile(line -> !line.startsWith("### Actions follow the final outcome"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("#"))
            .filter(line -> line.matches("\\| \\d+ \\|.*"))
            .map(line -> Integer.parseInt(line.split("\\|", -1)[1].strip()))
            .toList();
    assertThat(documented)
        .isNotEmpty()
        .isEqualTo(rows().map(Row::row).distinct().sorted().toList());
  }

  @Test
  void undeterminedLanguage_isNeverHidden() {
    Decision decision =
        decide(List.of(uncertain(5)), Surface.POST, FakeObservation.seeing().in("und"));
    assertThat(words(decision)).isEqualTo("no_amplification, queue_review, preserve");
  }

  @Test
  void aClause_overridesHowLongAnActionLasts() {
    Clause clause =
        clause("a", Label.OFFER, Stance.PROHIBITED, 4)
            .lasting(Action.DISABLE_ACCOUNT, Period.ofDays(30))
            .leadsTo(Outcome.REMOVE, Action.DISABLE_ACCOUNT);
    assertThat(decide(List.of(clause), Surface.POST, FakeObservation.seeing()).orders())
        .containsExactly(
            new Order(Action.REMOVE_CONTENT, Period.ZERO),
            new Order(Action.DISABLE_ACCOUNT, Period.ofDays(30)));
  }

  private static Decision decide(List<Clause> clauses, Surface surface, FakeObservation seen) {
    return new Decider(List.of(version(clauses.toArray(Clause[]::new))))
        .decide(ContentEvent.of("p", "w", surface, ""), List.of(seen), Instant.EPOCH);
  }

  private static String words(Decision decision) {
    return String.join(
        ", ", decision.orders().stream().map(order -> order.action().word()).toList());
  }
}
