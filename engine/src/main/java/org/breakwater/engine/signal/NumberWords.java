package org.breakwater.engine.signal;

import java.util.HashMap;
import java.util.Map;

/** Words that stand for numbers, in English and Spanish, folded. */
final class NumberWords {
  private static final Map<String, Integer> SMALL = small();
  private static final Map<String, Integer> SCALES =
      Map.ofEntries(
          Map.entry("hundred", 100),
          Map.entry("thousand", 1_000),
          Map.entry("grand", 1_000),
          Map.entry("k", 1_000),
          Map.entry("mil", 1_000),
          Map.entry("miles", 1_000),
          Map.entry("million", 1_000_000),
          Map.entry("millon", 1_000_000),
          Map.entry("millones", 1_000_000));

  private NumberWords() {}

  /** The value of a word below a thousand; -1 when it is none. */
  static int small(String word) {
    return SMALL.getOrDefault(word, -1);
  }

  /** What a word multiplies by; 0 when it does not. */
  static int scale(String word) {
    return SCALES.getOrDefault(word, 0);
  }

  private static Map<String, Integer> small() {
    var words = new HashMap<String, Integer>();
    counting(
        words,
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            + " fifteen sixteen seventeen eighteen nineteen");
    counting(
        words,
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce"
            + " quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos"
            + " veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve");
    stepping(words, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety");
    stepping(words, 30, 10, "treinta cuarenta cincuenta sesenta setenta ochenta noventa");
    stepping(
        words,
        100,
        100,
        "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos"
            + " ochocientos novecientos");
    words.put("cien", 100);
    words.put("un", 1);
    words.put("una", 1);
    return Map.copyOf(words);
  }

  private static void counting(Map<String, Integer> words, String row) {
    stepping(words, 0, 1, row);
  }

  private static void stepping(Map<String, Integer> words, int from, int step, String row) {
    int value = from;
    for (String word : row.split(" ", -1)) {
      words.put(word, value);
      value += step;
    }
  }
}
