package org.breakwater.engine.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.Map;

/**
 * Letters of one script that look like letters of another, from the confusables of UTS 39 as ICU
 * has them. For use in words that mix scripts only: a word of one script is that script's word.
 */
final class Confusables {
  /** Where Latin, Greek, Cyrillic, Armenian, Cherokee, Coptic and Lisu letters stand. */
  private static final int[][] BLOCKS = {
    {'A', 0x058F},
    {0x13A0, 0x13FF},
    {0x1E00, 0x1FFF},
    {0x2C80, 0x2CFF},
    {0xA4D0, 0xA4FF},
    {0xAB70, 0xABBF}
  };

  private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
  private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

  /** By script to imitate, then by code point. */
  private static final Map<Integer, Map<Integer, Character>> TWINS =
      Map.of(
          FoldTable.LATIN, twins("abcdefghijklmnopqrstuvwxyz", FoldTable.LATIN),
          FoldTable.GREEK, twins("αβγδεζηθικλμνξοπρστυφχψω", FoldTable.GREEK),
          FoldTable.CYRILLIC, twins("абвгдежзийклмнопрстуфхцчшщъыьэюяіјѕԛԝһ", FoldTable.CYRILLIC));

  private Confusables() {}

  /** The folded letter of {@code script} that the code point looks like; 0 when there is none. */
  static char twin(int codePoint, int script) {
    Character twin = TWINS.getOrDefault(script, Map.of()).get(codePoint);
    return twin == null ? 0 : twin;
  }

  private static Map<Integer, Character> twins(String alphabet, int script) {
    var shapes = new Shapes(new HashMap<>(), new HashMap<>());
    for (int at = 0; at < alphabet.length(); at++) {
      char letter = alphabet.charAt(at);
      char folded = FoldTable.folded(FoldTable.entry(letter));
      shapes.small.putIfAbsent(skeleton(letter), folded);
      shapes.capital.putIfAbsent(skeleton(UCharacter.toUpperCase(letter)), folded);
    }
    var twins = new HashMap<Integer, Character>();
    for (int[] block : BLOCKS) {
      for (int codePoint = block[0]; codePoint <= block[1]; codePoint++) {
        int own = FoldTable.script(FoldTable.entry(codePoint));
        if (own == 0 || own == script) continue;
        char twin = shapes.twin(unaccented(codePoint));
        if (twin != 0) twins.put(codePoint, twin);
      }
    }
    if (script == FoldTable.LATIN) twins.putAll(Map.of(0x3B7, 'n', 0x3C9, 'w', 0x3C3, 'o'));
    return Map.copyOf(twins);
  }

  private static int unaccented(int codePoint) {
    String decomposed = DECOMPOSE.getDecomposition(codePoint);
    return decomposed == null ? codePoint : decomposed.codePointAt(0);
  }

  private static String skeleton(int codePoint) {
    return CHECKER.getSkeleton(Character.toString(codePoint));
  }

  /** The alphabet of one script by the skeletons of its letters. */
  private record Shapes(Map<String, Character> small, Map<String, Character> capital) {
    /**
     * A capital is compared with capitals first, a small letter with small letters; a small letter
     * without a twin may pass as a small capital, as {@code т} does.
     */
    char twin(int codePoint) {
      int upper = UCharacter.toUpperCase(codePoint);
      Character twin =
          codePoint == upper
              ? capital.getOrDefault(skeleton(codePoint), small.get(skeleton(codePoint)))
              : small.getOrDefault(skeleton(codePoint), capital.get(skeleton(upper)));
      return twin == null ? 0 : twin;
    }
  }
}
