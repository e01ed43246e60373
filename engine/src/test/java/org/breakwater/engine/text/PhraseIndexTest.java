package org.breakwater.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.PhraseIndex.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseIndexTest {

  private static List<String> found(String pattern, String text) {
    FoldedText folded = Folding.fold("text", text);
    return PhraseIndex.of(List.of(new Phrase(pattern, 0))).scan(folded).hits().stream()
        .map(hit -> folded.span(hit.first(), hit.last()))
        .map(span -> text.substring(span.start(), span.end()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "we take you; so WE  take yóu there; WE  take yóu",
        "cruz*; los cruzamos hoy; cruzamos",
        "cruz*; cruz; cruz",
        "# usd; for 7,000 USD; 7,000 USD",
        "$#; for $7,000; $7,000",
        "(me|us) (now|right away); call us right away; us right away",
        "(coyote|guia*) [muy] bueno; guías muy buenos y guías bueno; guías bueno",
        "(#|un) guia; 2 guia; 2 guia",
        "take ~ border; take you to the border; take you to the border",
        "take ~ border; take border; take border",
        "dm me; c. DM, me; DM, me",
        "to the us; to the U.S.; to the U.S",
        "don't pay; dont pay; dont pay",
        "c/u; 50 c/u; c/u",
        "🇺🇸; a 🇺🇸 ya; 🇺🇸",
        "🔥 viaje; hoy 🔥 VIAJE; 🔥 VIAJE",
        "mexico → usa; México ➡️ USA; México ➡️ USA",
        "free trip; freeee trip; freeee trip",
        "coyote; un coyooote; coyooote",
        "coyote seguro; un coyot3 seguro; coyot3 seguro",
        "cliente; c1iente; c1iente",
        "busco coyote; busco #coyote; busco #coyote",
        "coyote; busco #coyote; coyote",
        "偷渡; 我要偷渡去; 偷渡",
      })
  void pattern_matches(String pattern, String text, String match) {
    assertThat(found(pattern, text)).containsExactly(match);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "we take you; we take. you",
        "we take you; we take 🔥 you",
        "take ~ border; take you all to the border",
        "take ~ border; take you. The border",
        "coyote; coyotes",
        "cruz*; cru",
        "# usd; many usd",
        "100k; look",
        "xxx; x",
      })
  void pattern_doesNotMatch(String pattern, String text) {
    assertThat(found(pattern, text)).isEmpty();
  }

  @Test
  void phrases_doNotCrossLines() {
    assertThat(found("we take", "we\ntake")).isEmpty();
  }

  @Test
  void hits_comeByFirstThenLongerThenPhrase() {
    var index =
        PhraseIndex.of(
            Stream.of("b", "a", "a b", "a*").map(pattern -> new Phrase(pattern, 7)).toList());
    assertThat(index.scan(Folding.fold("text", "a b")).hits())
        .containsExactly(
            new Hit(7, 2, 0, 1), new Hit(7, 1, 0, 0), new Hit(7, 3, 0, 0), new Hit(7, 0, 1, 1));
  }

  @Test
  void oneMatchInSeveralWays_isOneHit() {
    assertThat(found("a ~ a ~ a", "a a a")).containsExactly("a a a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " :: ",
      value = {
        "(a|b :: `(` at 1 is not closed; add `)`",
        "a|b :: unexpected `|` at 2",
        "a) :: unexpected `)` at 2",
        "* :: `*` at 1 follows no word; write it as in `cross*`",
        "~ a :: begins or ends with a gap; put words on both sides of `~`",
        "[a] :: may match nothing; leave at least one word outside `[ ]`",
        "(a|) :: `(` at 1 has an alternative that may be empty; write it as `[word]`",
        "... :: nothing of `...` is left after folding",
      })
  void malformedPattern_isExplained(String pattern, String fault) {
    assertThat(PhraseIndex.fault(pattern)).isEqualTo(fault);
  }

  @Test
  void expansions_areBounded() {
    String wide = "a " + "[b] ".repeat(10);
    assertThat(PhraseIndex.fault(wide)).contains("512");
    assertThatThrownBy(() -> PhraseIndex.of(List.of(new Phrase(wide, 0))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void groups_areNotMultipliedOut() {
    assertThat(PhraseIndex.fault("(a|b|c|d|e|f|g|h) ".repeat(12))).isEmpty();
    assertThat(PhraseIndex.fault("(a b|c|d e|f [g] h) ".repeat(12))).isEmpty();
    assertThat(
            found(
                "(we can|i) (go|(take|bring you) over) now", "we can bring you over now, i go now"))
        .containsExactly("we can bring you over now", "i go now");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "cruz*", "(a|b c) [d] ~ #", "c/u"})
  void soundPattern_hasNoFault(String pattern) {
    assertThat(PhraseIndex.fault(pattern)).isEmpty();
  }
}
