package org.breakwater.server.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person reads: in five languages, accusing nobody, short enough to send. */
class CardTest {
  /** Crime, prison, punishment, deportation, guilt, lies; "not your fault" is what they may say. */
  private static final Pattern ACCUSES =
      Pattern.compile(
          "\\b(illegal|crimin|crime|prison|jail|punish|deport|arrest|guilty|smuggler"
              + "|lie[sd]?\\b|liar"
              + "|ilegal|delito|delincuen|cárcel|castig|expuls|detenid|culpable|traficante|mient"
              + "|illégal|criminel|délit|punir|expuls|coupable|passeur|mensong|clandestin"
              + "|crime|prisão|puni|culpad|mentir)"
              + "|جريم|سجن|عقوب|ترحيل|غير شرعي|غير قانوني|مذنب|مهرب|كذب",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void everyLanguage_hasAllWords_andItsOwn() {
    Words english = Words.in("en");
    for (String lang : Words.LANGUAGES) {
      Words words = Words.in(lang);
      assertThat(words.lang()).isEqualTo(lang);
      assertThat(words.keys()).as(lang).isEqualTo(english.keys());
      for (String key : words.keys()) {
        assertThat(words.of(key)).as(lang + " " + key).isNotBlank().doesNotContain("://");
        if (!lang.equals("en")) assertThat(words.of(key)).as(key).isNotEqualTo(english.of(key));
      }
    }
  }

  @Test
  void noSentence_accuses() {
    for (String lang : Words.LANGUAGES)
      for (String key : Words.in(lang).keys())
        assertThat(ACCUSES.matcher(Words.in(lang).of(key)).find())
            .as(lang + " " + key + ": " + Words.in(lang).of(key))
            .isFalse();
    assertThat(ACCUSES.matcher("you may be deported").find()).as("it can fail").isTrue();
    assertThat(ACCUSES.matcher("هذه جريمة").find()).as("in Arabic too").isTrue();
  }

  @Test
  void arabic_isWrittenFromTheRight_inItsOwnScript() {
    Words arabic = Words.in("ar-EG");
    assertThat(arabic.direction()).isEqualTo("rtl");
    for (String key : arabic.keys())
      assertThat(arabic.of(key)).as(key).matches("[\\p{IsArabic}\\p{M}\\p{Punct}0-9{}\\s،؛؟]+");
  }

  @Test
  void anotherLanguage_isAnsweredInEnglish() {
    assertThat(Words.in("fi").lang()).isEqualTo("en");
    assertThat(Words.in("").lang()).isEqualTo("en");
  }

  @Test
  void shortForm_fitsIntoTwoMessages_andNamesSomebody() {
    for (String lang : Words.LANGUAGES)
      for (Topic topic : Topic.values()) {
        Card card = Card.of(topic, lang, "US", false, Invented.many());
        assertThat(card.inShort()).as(lang + " " + topic).contains("+1 202 555 0100");
        assertThat(card.inShort().length()).isLessThanOrEqualTo(Card.SHORT_MAX);
        Card empty = Card.of(topic, lang, "US", false, List.of());
        assertThat(empty.inShort().length()).isLessThanOrEqualTo(Card.SHORT_MAX);
      }
  }

  @Test
  void card_offersTwoWaysOut_andNeitherPoliceNorTheState_unasked() {
    for (Topic topic : Topic.values()) {
      Card card = Card.of(topic, "en", "", false, Invented.many());
      assertThat(card.places()).as(topic.word()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(card.places()).noneMatch(place -> place.id().matches("(police|state)-.*"));
      assertThat(card.places().stream().map(place -> place.id().replaceAll("\\d", "")).distinct())
          .as(topic.word())
          .hasSizeGreaterThanOrEqualTo(2);
      assertThat(card.onRequest()).isEmpty();
    }
  }

  @Test
  void onRequest_policeStandsLast_andIsCalledPolice() {
    Card card = Card.of(Topic.ASYLUM, "es", "", true, Invented.many());
    assertThat(card.onRequest())
        .extracting(Place::id)
        .containsExactly("state-asylum", "police-asylum");
    assertThat(card.onRequest().getLast().operator()).contains("policía");
    assertThat(card.onRequest().getLast().brings().getFirst()).startsWith("Comunica");
    assertThat(card.onRequest().getFirst().brings().getFirst()).contains("no lo sabemos");
  }

  @Test
  void everyPlace_saysWhatCallingMayBring() {
    for (String lang : Words.LANGUAGES) {
      Place place = Card.of(Topic.DANGER, lang, "", false, Invented.many()).places().getFirst();
      Words words = Words.in(lang);
      assertThat(place.brings()).contains(words.of("shares.no"), words.of("anonymous.yes"));
      assertThat(place.operator()).isEqualTo(words.of("operator.ngo"));
      assertThat(place.cost()).isEqualTo(words.of("cost.unknown"));
      assertThat(place.hours()).isEqualTo("24/7");
      assertThat(place.languages().toLowerCase(Locale.ROOT)).contains(words.of("languages.many"));
      assertThat(place.warnings()).containsExactly("locates who calls");
    }
  }

  @Test
  void links_areDialled_asTheyAreSaid() {
    Place place = Card.of(Topic.DANGER, "en", "", false, Invented.many()).places().getFirst();
    assertThat(place.ways())
        .extracting(Place.Way::href)
        .containsExactly("tel:+12025550100", "sms:+12025550101", "https://help.example.org");
    assertThat(Place.Way.of("tel:566%23")).isEqualTo(new Place.Way("tel", "tel:566%23", "566#"));
  }
}
