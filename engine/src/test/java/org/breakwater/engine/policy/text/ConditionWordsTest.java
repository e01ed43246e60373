package org.breakwater.engine.policy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.breakwater.engine.content.AuthorKind;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.text.ConditionText.Parsed;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionWordsTest {
  private static Stream<Phrasebook> books() {
    return Stream.of(Phrasebook.ENGLISH, Phrasebook.SPANISH);
  }

  @ParameterizedTest
  @MethodSource("books")
  void everySignal_hasItsOwnPhrase(Phrasebook book) {
    assertThat(SignalCatalog.STANDARD.all())
        .allMatch(signal -> book.find(signal.name()).isPresent());
    assertThat(book.phrases().keySet())
        .filteredOn(key -> !key.startsWith("@") && !key.contains("="))
        .allMatch(key -> SignalCatalog.STANDARD.find(key).isPresent());
    Set<String> flags = new HashSet<>();
    assertThat(SignalCatalog.STANDARD.all())
        .filteredOn(signal -> signal.type() == Signal.Type.FLAG)
        .allMatch(signal -> flags.add(book.of(signal.name())));
  }

  @ParameterizedTest
  @MethodSource("books")
  void everySurfaceAndAuthorKind_hasItsWords(Phrasebook book) {
    assertThat(Surface.words()).allMatch(word -> book.find("surface=" + word).isPresent());
    assertThat(AuthorKind.words()).allMatch(word -> book.find("author.kind=" + word).isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          speaker.provides && crossing.service && (price.present || contact.handoff) => \
          the author offers to move people, describes moving people to another country as a \
          service and either names a price or invites to go on in private
          asylum.topic && !speaker.provides && !frame.fiction => \
          the author writes about asylum or protection, unless the author offers to move people; \
          or tells a story, a film or a game
          !frame.governs => \
          always, unless the author only reports, quotes, denies, warns of or imagines the offer
          price.present || contact.app || speaker.seeks => \
          the author either names a price, a messaging app or looks for somebody who moves people
          surface in ['ad', 'job'] && author.age < 30 => \
          the author writes in an ad or a job post and has an account with an age in days of less \
          than 30
          (price.present || contact.app) && (speaker.provides || !lawful.cue) => \
          the author (either names a price or a messaging app); and either offers to move people; or \
          does not do this: names a visa, a licence or an employer
          crossing.topic && (price.present || contact.app || place.pair || speaker.seeks) => \
          the author writes about borders or migrants; and does any of this: names a price; names \
          a messaging app; names a way from one place to another; looks for somebody who moves \
          people
          crossing.topic && (price.present || survivor.account) && !speaker.seeks => \
          the author writes about borders or migrants; and either names a price; or tells of \
          having been held or exploited — unless the author looks for somebody who moves people
          price.present || (contact.phone && !lawful.cue) => \
          the author either names a price; or (gives a telephone number, unless the author names a \
          visa, a licence or an employer)
          false => never
          """)
  void condition_isSaidInEnglish(String text, String expected) {
    assertThat(ConditionWords.of(parsed(text), "en")).isEqualTo(expected);
    assertThat(ConditionWords.of(parsed(text), "fr")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          speaker.provides && (price.present || contact.app) && !frame.governs => \
          quien escribe ofrece mover personas y o bien nombra un precio o una aplicación de \
          mensajes, salvo si quien escribe solo cuenta, cita, niega, imagina o desaconseja la oferta
          lang != 'es' => siempre, salvo si quien escribe usa el idioma español
          drugs.seek && contact.handoff && !(price.present || drugs.offer) => \
          quien escribe pide drogas e invita a seguir en privado, salvo si quien escribe \
          nombra un precio u ofrece drogas
          intent.provides >= 0.95 => \
          quien escribe ofrece mover personas con una probabilidad de al menos 0.95
          """)
  void condition_isSaidInSpanish(String text, String expected) {
    assertThat(ConditionWords.of(parsed(text), "es")).isEqualTo(expected);
  }

  @Test
  void differentParentheses_areSaidDifferently() {
    assertThat(ConditionWords.of(parsed("price.present && (contact.app || place.pair)"), "en"))
        .isNotEqualTo(
            ConditionWords.of(parsed("(price.present && contact.app) || place.pair"), "en"));
  }

  private static Condition parsed(String text) {
    return switch (ConditionText.parse(text)) {
      case Parsed.Accepted(Condition condition) -> condition;
      case Parsed.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
