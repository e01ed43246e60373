package org.breakwater.engine.text;

/**
 * The folded form of every code point, packed in an int: the folded UTF-16 unit, the {@link
 * CharKind}, the script and some marks. Tabled for the blocks that posts are made of, computed for
 * the rest.
 */
final class FoldTable {
  static final int LATIN = 1;
  static final int GREEK = 2;
  static final int CYRILLIC = 3;

  /** Armenian, Cherokee, Coptic and Lisu: used to imitate, never imitated. */
  static final int IMITATING = 4;

  /** The folded form is longer than one UTF-16 unit; ask {@link #expansion}. */
  static final int LONG = 1 << 24;

  /** A letter of a script written without blanks; it is a word of its own. */
  static final int SOLO = 1 << 25;

  /** A letter or digit in fancy dress, such as 𝐜 or ⓒ; width alone is not fancy. */
  static final int FANCY = 1 << 26;

  /** The word has to be composed again after its letters were folded one by one. */
  static final int COMPOSE = 1 << 27;

  /** A dropped character that belongs to the one before it: accent, selector, skin tone. */
  static final int ATTACHED = 1 << 28;

  private static final int PAGE = 256;
  private static final int[][] PAGES = pages();

  private FoldTable() {}

  static int entry(int codePoint) {
    int[] page = PAGES[codePoint / PAGE];
    return page.length == 0 ? CharFolding.entry(codePoint) : page[codePoint % PAGE];
  }

  static CharKind kind(int entry) {
    return CharKind.of((entry >>> 16) & 31);
  }

  static int script(int entry) {
    return (entry >>> 21) & 7;
  }

  static char folded(int entry) {
    return (char) entry;
  }

  /** The folded form of a code point whose entry is marked {@link #LONG}. */
  static String expansion(int codePoint) {
    return CharFolding.folded(codePoint);
  }

  private static int[][] pages() {
    var pages = new int[(Character.MAX_CODE_POINT + 1) / PAGE][0];
    fill(pages, 0x0000, 0x33FF);
    fill(pages, 0xA600, 0xABFF);
    fill(pages, 0xF900, 0xFFFF);
    fill(pages, 0x1D400, 0x1D7FF);
    fill(pages, 0x1F000, 0x1FAFF);
    return pages;
  }

  private static void fill(int[][] pages, int first, int last) {
    for (int codePoint = first; codePoint <= last; codePoint++) {
      if (codePoint % PAGE == 0) pages[codePoint / PAGE] = new int[PAGE];
      pages[codePoint / PAGE][codePoint % PAGE] = CharFolding.entry(codePoint);
    }
  }
}
