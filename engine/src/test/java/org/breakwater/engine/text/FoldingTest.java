package org.breakwater.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  private static FoldedText fold(String text) {
    return Folding.fold("text", text);
  }

  private static List<String> words(String text) {
    FoldedText folded = fold(text);
    return IntStream.range(0, folded.size()).mapToObj(folded::word).toList();
  }

  private static List<String> pieces(String text) {
    FoldedText folded = fold(text);
    var pieces = new ArrayList<String>();
    for (int token = 0; token < folded.size(); token++)
      pieces.add(text.substring(folded.start(token), folded.end(token)));
    return pieces;
  }

  private static List<Break> breaks(String text) {
    FoldedText folded = fold(text);
    return IntStream.range(0, folded.size()).mapToObj(folded::before).toList();
  }

  private static List<TokenKind> kinds(String text) {
    FoldedText folded = fold(text);
    return IntStream.range(0, folded.size()).mapToObj(folded::kind).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "cruzáis, cruzais",
    "AÑO, ano",
    "Straße, strasse",
    "ΆΝΘΡΩΠΟΣ, ανθρωποσ",
    "ёлка, елка",
    "łódź, lodz",
    "ＣＯＹＯＴＥ, coyote",
    "𝐜𝐨𝐲𝐨𝐭𝐞, coyote",
    "ⓒⓞⓨⓞⓣⓔ, coyote",
    "🅲🅾🆈🅾🆃🅴, coyote",
    "ᴄᴏʏᴏᴛᴇ, coyote",
    "don't, dont",
    "don’t, dont",
    "coyo\u200Bte, coyote",
    "coy\u00ADote, coyote",
    "\u202Ecoyote\u202C, coyote",
    "co\uDB40\uDC41yote, coyote",
    "मैं, मैं",
    "كِتَاب, كتاب",
    "كـــتاب, كتاب",
    "می\u200Cخواهم, میخواهم",
    "अनुवाद, अनुवाद",
    "cо\u0443оte, coyote",
    "pаssport, passport",
    "сейф, сеиф",
    "coooyote, coyote",
    "xxxx, xxx",
    "c0y0te, coyote",
    "cr0$$, cross",
    "wh4ts4pp, whatsapp",
    "p@s@porte, pasaporte",
    "p4$4p0rt3, pasaporte",
    "c o y o t e, coyote",
    "C O Y O T E, coyote",
    "c.o.y.o.t.e, coyote",
    "c-o-y-o-t-e, coyote",
    "c🔥o🔥y🔥o🔥t🔥e, coyote",
    "🇨🇴🇾🇴🇹🇪, coyote",
    "U.S.A, usa",
    "p.m., pm",
  })
  void oneWord_foldsTo(String text, String word) {
    assertThat(words(text)).containsExactly(word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8am | 8 am",
        "100k | 100 k",
        "4x4 | 4 x 4",
        "2nd | 2 nd",
        "5mil | 5 mil",
        "10hs | 10 hs",
        "7000usd | 7000 usd",
        "usd7000 | usd 7000",
        "covid19 | covid 19",
        "1h30m | 1 h 30 m",
        "maria@gmail.com | maria @ gmail com",
        "viaje$ | viaje $",
        "b2b | b 2 b",
        "7,000 | 7000",
        "7.000 | 7000",
        "1.234.567 | 1234567",
        "1,234.56 | 1234.56",
        "7.5 | 7.5",
        "7,5 | 7.5",
        "7’000 | 7000",
        "7\u202F000 | 7000",
        "555-0134 | 555 0134",
        "305.555.0134 | 305 555 0134",
        "+1 (305) 555-0134 | + 1 305 555 0134",
        "07700 900123 | 07700 900123",
        "1,2,3 | 1 2 3",
        "192.168.0.1 | 192 168 0 1",
        "٧٠٠٠ | 7000",
        "७००० | 7000",
        "７０００ | 7000",
        "𝟕𝟎𝟎𝟎 | 7000",
        "①②③ | 123",
        "❼⓪ | 70",
        "1️⃣2️⃣ | 12",
        "🔟 | 10",
        "24/7 | 24 / 7",
        "half-half | half half",
        "c o y o t e  s e g u r o | coyote seguro",
        "a b c | a b c",
        "🇲🇽➡️🇺🇸 | mx → us",
        "A -> B | a → b",
        "A --> B | a → b",
        "A => B | a → b",
        "A >> B | a → b",
        "A » B | a → b",
        "A ⟶➜ B | a → b",
        "«hola» dijo | hola dijo",
        "👨‍👩‍👧 | 👨 👩 👧",
        "🏃🏽‍♂️ | 🏃",
        "$€£ | $ € £",
        "#coyote @guia | # coyote @ guia",
        "偷渡 | 偷 渡",
        "coyote™ | coyote",
      })
  void text_isCutInto(String text, String tokens) {
    assertThat(words(text)).containsExactly(tokens.split(" "));
  }

  @Test
  void offsets_areExact() {
    assertThat(pieces("¡El «coyo\u200Bte»\u200F cobra $7,000 🏃🏽‍♂️ x cafe\u0301!"))
        .containsExactly("El", "coyo\u200Bte", "cobra", "$", "7,000", "🏃🏽‍♂️", "x", "cafe\u0301");
  }

  @Test
  void disguisedWords_spanTheirDisguise() {
    assertThat(pieces("un c.o.y.o.t.e. c0y0te 1️⃣"))
        .containsExactly("un", "c.o.y.o.t.e", "c0y0te", "1️⃣");
  }

  @Test
  void breaks_areTheStrongestMarkBetweenTokens() {
    assertThat(breaks("a, b. c\nd e - f (g) h! i u-v"))
        .containsExactly(
            Break.LINE,
            Break.CLAUSE,
            Break.SENTENCE,
            Break.LINE,
            Break.NONE,
            Break.CLAUSE,
            Break.CLAUSE,
            Break.CLAUSE,
            Break.SENTENCE,
            Break.NONE,
            Break.NONE);
  }

  @Test
  void initials_doNotEndASentenceThatGoesOn() {
    assertThat(breaks("to the U.S. without")).doesNotContain(Break.SENTENCE);
    assertThat(breaks("a EE.UU. sin")).doesNotContain(Break.SENTENCE);
    assertThat(breaks("to the U.S. Without")).contains(Break.SENTENCE);
  }

  @Test
  void kinds_followWhatTokensAreMadeOf() {
    assertThat(kinds("a 7 🔥 🇲🇽 → $"))
        .containsExactly(
            TokenKind.WORD,
            TokenKind.NUMBER,
            TokenKind.EMOJI,
            TokenKind.FLAG,
            TokenKind.ARROW,
            TokenKind.SIGN);
  }

  @ParameterizedTest
  @CsvSource({"coyo\u200Bte", "pаssport", "c0y0te", "c o y o t e", "siiii", "𝐜𝐨𝐲𝐨𝐭𝐞"})
  void disguise_isNoted(String text) {
    assertThat(fold(text).altered()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "CRUZÁIS",
    "ＣＯＹＯＴＥ",
    "100k",
    "می\u200Cخواهم",
    "सन्\u200Dया",
    "👨‍👩‍👧",
    "www",
    "don't",
    "كـــتاب",
    "covid19"
  })
  void ordinarySpelling_isNoDisguise(String text) {
    assertThat(fold(text).altered()).isFalse();
  }

  @Test
  void alteredToken_isTheDisguisedOne() {
    FoldedText folded = fold("un c0y0te");
    assertThat(folded.altered(0)).isFalse();
    assertThat(folded.altered(1)).isTrue();
  }

  @Test
  void ambiguousSpellings_haveOtherReadings() {
    assertThat(fold("freeee").readings(0)).containsExactly(new Reading("free", 1));
    assertThat(fold("coyot3").readings(0)).containsExactly(new Reading("coyote", 2));
    assertThat(fold("viaje$").readings(0)).containsExactly(new Reading("viajes", 2));
    assertThat(fold("c1iente").readings(0)).containsExactly(new Reading("cliente", 1));
    assertThat(fold("100k 8am 5mil").readings(0)).isEmpty();
  }

  @Test
  void nothing_hasNoTokens() {
    assertThat(words("")).isEmpty();
    assertThat(words(" \n\t…")).isEmpty();
  }

  @Test
  void signBeyondTheBasicPlane_staysWhole() {
    assertThat(words("\uD838\uDEFF 5")).containsExactly("\uD838\uDEFF", "5");
  }

  @Test
  void stretchedSyllables_areSqueezedHoweverTheyAreComposed() {
    assertThat(words("곂곂곂가")).isEqualTo(words(Normalizer.normalize("곂곂곂가", Form.NFD)));
  }

  @Test
  void brokenText_isFoldedToo() {
    assertThat(words("a\uD83Db \uDC00 c")).containsExactly("a", "b", "c");
    assertThat(words("\u0301\u200D\uFE0F")).isEmpty();
    assertThat(words("\u093F")).containsExactly("\u093F");
  }
}
