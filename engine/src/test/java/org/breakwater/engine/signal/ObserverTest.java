package org.breakwater.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.content.Author;
import org.breakwater.engine.content.AuthorKind;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Context;
import org.breakwater.engine.content.Group;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Observes with a lexicon of a few words, so that each test is about one rule of the code. */
class ObserverTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private static final Map<String, List<String>> PHRASES =
      Map.ofEntries(
          Map.entry("speaker.provides", List.of("we take", "i am the honest one")),
          Map.entry("speaker.seeks", List.of("who (can|will) take", "looking for a guide")),
          Map.entry("crossing.service", List.of("across the line")),
          Map.entry("crossing.journey", List.of("trips")),
          Map.entry("crossing.irregular", List.of("no visa")),
          Map.entry("crossing.topic", List.of("border")),
          Map.entry("contact.handoff", List.of("inbox")),
          Map.entry("contact.helpline", List.of("hotline")),
          Map.entry("price.deferred", List.of("pay later")),
          Map.entry("place.destination", List.of("to the north")),
          Map.entry("danger.captive", List.of("locked in")),
          Map.entry(
              "danger.missing", List.of("(brother|sister) & (missing|phone off) & !(film|book)")),
          Map.entry("reply.joins", List.of("info")),
          Map.entry("frame.warning", List.of("beware")),
          Map.entry("frame.condemnation", List.of("shame on")),
          Map.entry("frame.negation", List.of("(not|no|never)")),
          Map.entry("frame.reporting", List.of("police said")),
          Map.entry("frame.hearsay", List.of("he told me")),
          Map.entry("frame.news", List.of("was arrested")),
          Map.entry("frame.hypothetical", List.of("imagine")),
          Map.entry("frame.fiction", List.of("novel")),
          Map.entry("frame.law", List.of("bill")),
          Map.entry("frame.quotation", List.of("said")),
          Map.entry("idiom", List.of("border collie")));

  private static final Observer OBSERVER = new Observer(lexicon());

  private static Lexicon lexicon() {
    var entries = new ArrayList<Lexicon.Entry>();
    PHRASES.forEach(
        (concept, patterns) ->
            patterns.forEach(pattern -> entries.add(new Lexicon.Entry("en", concept, pattern))));
    return new Lexicon(entries);
  }

  private static Observation observe(String text) {
    return OBSERVER.observe(ContentEvent.post("p", text), NOW);
  }

  private static boolean holds(Observation observation, String signal) {
    return observation.flag(SignalCatalog.STANDARD.slot(signal)) == Truth.TRUE;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          we take you across the line                                   | true
          beware, we take you across the line                           | true
          beware of who says we take you                                | false
          shame on those: we take you across the line                   | false
          we take you across the line. beware                           | false
          police said we take you across the line                       | false
          police said nothing. we take you across the line              | true
          one man was arrested. we take you across the line             | true
          "we take you across the line", police said                    | false
          "we take you across the line" inbox                           | true
          he said: we take you across the line                          | false
          never, we take you across the line                            | true
          imagine we take you across the line                           | false
          my novel opens like this, we take you across the line inbox   | true
          in my novel we take you across the line                       | false
          > we take you across the line                                 | false
          """)
  void providing_isOwnOnlyOutsideFrames(String text, boolean provides) {
    assertThat(holds(observe(text), "speaker.provides")).as(text).isEqualTo(provides);
  }

  @Test
  void warningThatEndsInAnOwnOffer_doesNotCoverTheOffer() {
    Observation observation =
        observe("beware of fakes at the border. i am the honest one, we take you, inbox");
    assertThat(holds(observation, "speaker.provides")).isTrue();
    assertThat(holds(observation, "frame.warning")).isTrue();
    assertThat(observation.frames())
        .singleElement()
        .satisfies(frame -> assertThat(frame.scope()).isEqualTo(new Span("text", 0, 29)));
  }

  @Test
  void asking_outranksTheOfferInsideIt() {
    Observation observation = observe("who can take us? we take water");
    assertThat(holds(observation, "speaker.seeks")).isTrue();
    assertThat(observation.evidence(SignalCatalog.STANDARD.slot("speaker.provides")))
        .containsExactly(new Span("text", 17, 24));
  }

  @Test
  void cueInsideALongerPhrase_negatesNothing() {
    assertThat(holds(observe("we take you across the line no visa"), "crossing.irregular"))
        .isTrue();
    assertThat(holds(observe("not across the line"), "crossing.service")).isFalse();
  }

  @Test
  void idiom_swallowsWhatItHolds() {
    assertThat(holds(observe("my border collie"), "crossing.topic")).isFalse();
    assertThat(holds(observe("border and border collie"), "crossing.topic")).isTrue();
  }

  @Test
  void journeyWithAGoalAndAnIrregularSign_isACrossing() {
    assertThat(holds(observe("trips to the north, inbox"), "crossing.service")).isFalse();
    Observation irregular = observe("trips to the north, no visa, inbox");
    assertThat(holds(irregular, "crossing.service")).isTrue();
    assertThat(holds(irregular, "speaker.provides")).isTrue();
    assertThat(holds(irregular, "offer.explicit")).isFalse();
    assertThat(holds(observe("trips to the north, pay later, inbox"), "offer.explicit")).isTrue();
  }

  @Test
  void danger_isHeardThroughHearsay_notThroughNews() {
    assertThat(holds(observe("he told me he is locked in"), "speaker.in_danger")).isTrue();
    assertThat(holds(observe("police said he is locked in"), "speaker.in_danger")).isFalse();
  }

  @Test
  void partsOfAConjunction_meetInOneSentenceInAnyOrder() {
    assertThat(holds(observe("missing since May: my brother"), "danger.missing")).isTrue();
    assertThat(holds(observe("my brother is here. phone off"), "danger.missing")).isFalse();
    assertThat(holds(observe("missing brother, what a film"), "danger.missing")).isFalse();
    assertThat(holds(observe("missing brother. what a film"), "danger.missing")).isTrue();
  }

  @Test
  void shortAnswerToAnOffer_asksForIt() {
    assertThat(holds(reply("info", "trips to the north, inbox"), "speaker.seeks")).isTrue();
    assertThat(holds(reply("info", "nice cake"), "speaker.seeks")).isFalse();
    assertThat(holds(reply("info", "beware, police said trips to the north"), "context.offers"))
        .isFalse();
  }

  /** A comment on somebody's post. */
  static ContentEvent answer(String text, String to, String lang) {
    var context = new Context(to, "", "", "");
    return new ContentEvent(
        "c",
        1,
        text,
        Surface.COMMENT,
        lang,
        context,
        List.of(),
        List.of(),
        null,
        Group.NONE,
        "",
        null,
        0,
        false,
        Map.of());
  }

  private static Observation reply(String text, String to) {
    return OBSERVER.observe(answer(text, to, ""), NOW);
  }

  @Test
  void nameOfAGroup_offersWithoutAVerb() {
    ContentEvent group = ContentEvent.of("g", "across the line", Surface.GROUP, "");
    assertThat(holds(OBSERVER.observe(group, NOW), "speaker.provides")).isTrue();
    assertThat(holds(observe("across the line"), "speaker.provides")).isFalse();
  }

  @Test
  void query_asksWithoutAVerb() {
    ContentEvent query = ContentEvent.of("s", "across the line", Surface.SEARCH, "");
    assertThat(holds(OBSERVER.observe(query, NOW), "speaker.seeks")).isTrue();
    assertThat(holds(OBSERVER.observe(query, NOW), "speaker.provides")).isFalse();
    assertThat(holds(observe("across the line"), "speaker.seeks")).isFalse();
  }

  @Test
  void absentAuthor_isUnknown_notFalse() {
    int verified = SignalCatalog.STANDARD.slot("author.verified");
    assertThat(observe("hello").flag(verified)).isEqualTo(Truth.UNKNOWN);
    Observation known = OBSERVER.observe(by(new Author("a", AuthorKind.NGO, true, NOW)), NOW);
    assertThat(known.flag(verified)).isEqualTo(Truth.TRUE);
    assertThat(known.text(SignalCatalog.STANDARD.slot("author.kind"))).isEqualTo("ngo");
    assertThat(known.number(SignalCatalog.STANDARD.slot("author.age"))).isZero();
  }

  private static ContentEvent by(Author author) {
    return new ContentEvent(
        "a",
        1,
        "hello",
        Surface.POST,
        "",
        Context.NONE,
        List.of(),
        List.of(),
        author,
        Group.NONE,
        "",
        null,
        0,
        false,
        Map.of());
  }

  @Test
  void modelSignals_areUnknownUntilThereIsAModel() {
    assertThat(observe("hello").number(SignalCatalog.STANDARD.slot("intent.provides"))).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "'', across the line, en",
    "'', bonjour, und",
    "es-MX, across the line, es",
    "en, مرحبا بكم, und",
    "ar, marhaba, ar"
  })
  void language_isTheStatedOne_unlessTheScriptContradicts(String stated, String text, String lang) {
    var event = ContentEvent.of("l", text, Surface.POST, stated);
    assertThat(OBSERVER.observe(event, NOW).lang()).isEqualTo(lang);
  }

  @Test
  void catalogue_declaresEverySignalOnce_withAMeaning() {
    assertThat(SignalCatalog.STANDARD.all())
        .allSatisfy(signal -> assertThat(signal.meaning()).isNotEmpty())
        .extracting(Signal::name)
        .doesNotHaveDuplicates();
  }
}
