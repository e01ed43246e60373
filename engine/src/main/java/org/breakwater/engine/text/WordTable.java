package org.breakwater.engine.text;

import java.util.HashMap;
import java.util.Map;

/**
 * An immutable table from words to non-negative ints. Short words of Latin letters, nearly all, are
 * found as one number, so that a look-up touches one place of the memory.
 */
public final class WordTable {
  private static final int PACKED_LETTERS_MAX = 7;
  private static final int LETTER_BITS = 8;
  private static final int LATIN_1_MAX = 0xFF;

  private final LongTable packed;
  private final Map<String, Integer> others = new HashMap<>();

  private WordTable(Map<String, Integer> entries) {
    var brief = new HashMap<Long, Integer>();
    entries.forEach(
        (word, value) -> {
          long key = key(word, word.length());
          if (key < 0) others.put(word, value);
          else brief.put(key, value);
        });
    packed = LongTable.of(brief);
  }

  public static WordTable of(Map<String, Integer> entries) {
    return new WordTable(entries);
  }

  /** The value of a word; -1 when there is none. */
  public int find(String word) {
    return find(word, word.length());
  }

  /** The value of the word that the first letters of another one make; -1 when there is none. */
  public int find(String word, int letters) {
    long key = key(word, letters);
    return key >= 0 ? packed.find(key) : others.getOrDefault(word.substring(0, letters), -1);
  }

  /** The letters as one number; -1 where they do not fit. */
  private static long key(String word, int letters) {
    if (letters > PACKED_LETTERS_MAX) return -1;
    long key = 0;
    for (int at = 0; at < letters; at++) {
      char letter = word.charAt(at);
      // No two words may have one number: none holds the letter 0.
      if (letter > LATIN_1_MAX || letter == 0) return -1;
      key = key << LETTER_BITS | letter;
    }
    return key;
  }
}
