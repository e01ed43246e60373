package org.breakwater.engine.text;

import java.util.Arrays;

/**
 * The folded form of every code point, packed in an int: the folded UTF-16 unit, the {@link
 * CharKind}, the script and some marks. Tabled for the blocks that posts are made of, worked out by
 * {@link CharEntry} for the rest.
 */
final class FoldTable {
  static final int KIND_SHIFT = 16;
  static final int SCRIPT_SHIFT = 21;

  /** Any script whose letters are not taken for another's. */
  static final int UNCONFUSED = 0;

  static final int LATIN = 1;
  static final int GREEK = 2;
  static final int CYRILLIC = 3;

  /** Armenian, Cherokee, Coptic and Lisu: used to imitate, never imitated. */
  static final int IMITATING = 4;

  /**
   * The folded form is longer than one UTF-16 unit; ask {@link #expansion}, or of a sign the text.
   */
  static final int LONG = 1 << 24;

  /** A letter of a script written without blanks; it is a word of its own. */
  static final int SOLO = 1 << 25;

  /** A letter or digit in fancy dress, such as 𝐜 or ⓒ; width alone is not fancy. */
  static final int FANCY = 1 << 26;

  /** The word has to be composed again after its letters were folded one by one. */
  static final int COMPOSE = 1 << 27;

  /** A dropped character that belongs to the one before it: accent, selector, skin tone. */
  static final int ATTACHED = 1 << 28;

  static final int ORDINARY_MASK = 31 << KIND_SHIFT | LONG | SOLO | FANCY | COMPOSE;
  static final int ORDINARY = CharKind.LETTER.code() << KIND_SHIFT;

  private static final int PAGE = 256;
  private static final int[] ABSENT = {};
  private static final int[][] PAGES = pages();

  private FoldTable() {}

  static int entry(int codePoint) {
    int[] page = PAGES[codePoint / PAGE];
    return page == ABSENT ? CharEntry.of(codePoint) : page[codePoint % PAGE];
  }

  static CharKind kind(int entry) {
    return CharKind.of((entry >>> KIND_SHIFT) & 31);
  }

  static int script(int entry) {
    return (entry >>> SCRIPT_SHIFT) & 7;
  }

  static char folded(int entry) {
    return (char) entry;
  }

  /** The folded form of a code point whose entry is marked {@link #LONG}. */
  static String expansion(int codePoint) {
    return CharFolding.folded(codePoint);
  }

  private static int[][] pages() {
    var pages = new int[(Character.MAX_CODE_POINT + 1) / PAGE][];
    Arrays.fill(pages, ABSENT);
    fill(pages, 0x0000, 0x33FF);
    fill(pages, 0xF900, 0xFFFF);
    fill(pages, 0x1D400, 0x1D7FF);
    fill(pages, 0x1F000, 0x1FAFF);
    fillLike(pages, 0x3400, 0x9FFF, 0x4E00);
    fillLike(pages, 0xAC00, 0xD7FF, 0xAC00);
    return pages;
  }

  private static void fill(int[][] pages, int first, int last) {
    for (int codePoint = first; codePoint <= last; codePoint++) {
      put(pages, codePoint, CharEntry.of(codePoint));
    }
  }

  /** Han and Hangul: every letter folds to itself and is otherwise like that one. */
  private static void fillLike(int[][] pages, int first, int last, int model) {
    int marks = CharEntry.of(model) & ~0xFFFF;
    for (int codePoint = first; codePoint <= last; codePoint++) {
      put(pages, codePoint, marks | codePoint);
    }
  }

  private static void put(int[][] pages, int codePoint, int entry) {
    if (codePoint % PAGE == 0) pages[codePoint / PAGE] = new int[PAGE];
    pages[codePoint / PAGE][codePoint % PAGE] = entry;
  }
}
