package org.breakwater.cli;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;

/**
 * How text looks in a terminal: how many columns it takes, and that it can do no harm there. Posts
 * are strangers' words; an escape sequence or a change of direction in them must not reach a
 * terminal.
 */
final class Screen {
  private static final int REPLACEMENT = 0xFFFD;

  private Screen() {}

  /** What may be shown for a code point: itself, a blank, or a replacement sign. */
  static int shown(int codePoint) {
    return switch (UCharacter.getType(codePoint)) {
      case ECharacterCategory.CONTROL -> Character.isWhitespace(codePoint) ? ' ' : REPLACEMENT;
      case ECharacterCategory.SURROGATE -> REPLACEMENT;
      case ECharacterCategory.LINE_SEPARATOR, ECharacterCategory.PARAGRAPH_SEPARATOR -> ' ';
      case ECharacterCategory.FORMAT -> isDirection(codePoint) ? REPLACEMENT : codePoint;
      default -> codePoint;
    };
  }

  private static boolean isDirection(int codePoint) {
    return UCharacter.hasBinaryProperty(codePoint, UProperty.BIDI_CONTROL);
  }

  /** The text on one line, safe to print. */
  static String line(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints().map(Screen::shown).forEach(safe::appendCodePoint);
    return safe.toString();
  }

  /** Columns a code point takes: 0, 1 or 2. */
  static int columns(int codePoint) {
    if (codePoint < 0x300) return 1;
    return switch (UCharacter.getType(codePoint)) {
      case ECharacterCategory.NON_SPACING_MARK,
          ECharacterCategory.ENCLOSING_MARK,
          ECharacterCategory.FORMAT ->
          0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
    return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
  }

  /** Columns the text takes. */
  static int columns(String text) {
    return text.codePoints().map(Screen::columns).sum();
  }

  /** The text cut to at most that many columns, with {@code …} where something was cut. */
  static String cut(String text, int columnsMax) {
    if (columns(text) <= columnsMax) return text;
    var kept = new StringBuilder();
    int used = 0;
    for (int codePoint : text.codePoints().toArray()) {
      used += columns(codePoint);
      if (used > columnsMax - 1) break;
      kept.appendCodePoint(codePoint);
    }
    return kept.append('…').toString();
  }

  /** The text cut or filled up with blanks to exactly that many columns. */
  static String fit(String text, int columns) {
    String cut = cut(text, columns);
    return cut + " ".repeat(Math.max(0, columns - columns(cut)));
  }
}
