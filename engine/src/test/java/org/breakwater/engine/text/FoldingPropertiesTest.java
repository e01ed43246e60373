package org.breakwater.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.engine.text.Seeds.forSeeds;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingPropertiesTest {

  private static final List<String> PIECES =
      List.of(
          "a",
          "e",
          "o",
          "s",
          "y",
          "C",
          "Ñ",
          "é",
          "ß",
          "ﬁ",
          "о",
          "с",
          "Ж",
          "α",
          "Ω",
          "д",
          "क",
          "ी",
          "़",
          "ا",
          "ـ",
          "َ",
          "أ",
          "中",
          "が",
          "カ",
          "゙",
          "ก",
          "한",
          "ᄀ",
          "ᅡ",
          "0",
          "1",
          "4",
          "7",
          "٣",
          "①",
          "½",
          "Ⅷ",
          "₹",
          "$",
          "@",
          "#",
          "!",
          "?",
          ".",
          ",",
          "…",
          "-",
          "–",
          "=",
          ">",
          "»",
          "'",
          "’",
          "(",
          "|",
          " ",
          " ",
          "\u00A0",
          "\u202F",
          "\n",
          "\u200B",
          "\u200C",
          "\u200D",
          "\uFE0F",
          "\u20E3",
          "\u0301",
          "\u202E",
          "\uDB40\uDC41",
          "\uD83D",
          "\uDC00",
          "👩",
          "🏽",
          "♂",
          "➡",
          "🇲",
          "🇽",
          "🇿",
          "🅰",
          "𝐜",
          "𐐷",
          "ﷺ",
          "™",
          "\0",
          "7,000",
          "1.5",
          "c o y o t e",
          "c0y0te");

  private static String text(RandomGenerator random, int pieces) {
    var text = new StringBuilder();
    for (int piece = random.nextInt(pieces); piece > 0; piece--) {
      if (random.nextInt(20) == 0) text.append((char) random.nextInt(0x10000));
      else if (random.nextInt(20) == 0) text.appendCodePoint(random.nextInt(0x20000));
      else text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static List<String> words(String text) {
    FoldedText folded = Folding.fold("text", text);
    return IntStream.range(0, folded.size()).mapToObj(folded::word).toList();
  }

  private static String ordinary(RandomGenerator random) {
    var blocks =
        new int[][] {
          {0x41, 0x5A},
          {0xC0, 0x13E},
          {0x141, 0x24F},
          {0x386, 0x3CE},
          {0x400, 0x52F},
          {0x531, 0x587},
          {0x621, 0x64A},
          {0x905, 0x95F},
          {0x1E00, 0x1EFF},
          {0x1F00, 0x1FB4},
          {0x3041, 0x3096},
          {0x30A1, 0x30FA},
          {0x4E00, 0x4EFF},
          {0xAC00, 0xACFF},
          {0x1100, 0x11FF}
        };
    int[] block = blocks[random.nextInt(blocks.length)];
    return random
        .ints(random.nextInt(1, 12), block[0], block[1] + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static boolean mixesScripts(String word) {
    return word.codePoints()
            .map(UScript::getScript)
            .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
            .distinct()
            .count()
        > 1;
  }

  @Test
  void tokens_areOrderedDisjointPiecesOfTheOriginal() {
    forSeeds(
        5_000,
        random -> {
          String text = text(random, 40);
          FoldedText folded = Folding.fold("text", text);
          int end = 0;
          for (int token = 0; token < folded.size(); token++) {
            assertThat(folded.start(token)).as(text).isGreaterThanOrEqualTo(end);
            end = folded.end(token);
            assertThat(end)
                .as(text)
                .isGreaterThan(folded.start(token))
                .isLessThanOrEqualTo(text.length());
            assertThat(folded.word(token)).as(text).isNotEmpty();
            for (Reading reading : folded.readings(token))
              assertThat(token + reading.tokens()).as(text).isBetween(token + 1, folded.size());
          }
        });
  }

  @Test
  void foldedWords_foldToThemselves() {
    forSeeds(
        5_000,
        random -> {
          for (String word : words(text(random, 12))) {
            // Look-alikes depend on the capital they were written as, which folding forgets.
            if (mixesScripts(word)) continue;
            FoldedText again = Folding.foldLiteral(word);
            var joined = new StringBuilder();
            for (int token = 0; token < again.size(); token++) joined.append(again.word(token));
            assertThat(joined).as(word).hasToString(word);
          }
        });
  }

  @Test
  void canonicallyEqualTexts_foldAlike() {
    Normalizer2 composed = Normalizer2.getNFCInstance();
    Normalizer2 decomposed = Normalizer2.getNFDInstance();
    forSeeds(
        5_000,
        random -> {
          String text = ordinary(random);
          List<String> words = words(composed.normalize(text));
          assertThat(words(decomposed.normalize(text))).as(text).isEqualTo(words);
        });
  }

  @Test
  void caseAndWidth_doNotMatter() {
    Normalizer2 casefolded = Normalizer2.getNFKCCasefoldInstance();
    forSeeds(
        5_000,
        random -> {
          String text = ordinary(random);
          assertThat(words(casefolded.normalize(text))).as(text).isEqualTo(words(text));
        });
  }

  @Test
  void everyCodePoint_folds() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      FoldedText folded = Folding.fold("text", Character.toString(codePoint));
      assertThat(folded.size()).as("U+%X", codePoint).isLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1",
        ".",
        "-",
        ">",
        "=",
        "$",
        "@",
        "#",
        "\u0301",
        "\u200D",
        "🇿",
        "🏽",
        "a ",
        "a.",
        "a 1 ",
        "a 1 1 1 ",
        "1a",
        "a$",
        "1.",
        "1,",
        "a'",
        "aаα",
        "c0",
        ". ",
        "–-",
        ">>a",
        "#a",
        "a\u0301\u200B",
        "1️⃣",
        "👩‍",
        "»",
        "中",
        "a!",
        "(",
        "\uD83D"
      })
  void longTexts_takeLinearTime(String piece) {
    var cpu = ManagementFactory.getThreadMXBean();
    Folding.fold("text", piece.repeat(1_000));
    long start = cpu.getCurrentThreadCpuTime();
    Folding.fold("text", piece.repeat(200_000 / piece.length()));
    // Reading each unit again for each would take minutes.
    assertThat((cpu.getCurrentThreadCpuTime() - start) / 1_000_000).isLessThan(2_000);
  }
}
