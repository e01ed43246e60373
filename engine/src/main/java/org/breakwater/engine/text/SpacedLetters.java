package org.breakwater.engine.text;

/**
 * Finds words written letter by letter: {@code c o y o t e}, {@code c.o.y.o.t.e}. The separator is
 * the same between all letters, so that a wider one ends the word.
 */
final class SpacedLetters {
  private static final int LETTERS_MIN = 4;
  private static final int SEPARATOR_UNITS_MAX = 3;

  private SpacedLetters() {}

  /** The unit after a spaced-out word that starts here; {@code from} when none does. */
  static int end(Units units, int from) {
    if (!isSingle(units, from) || units.kind(from) == CharKind.DIGIT) return from;
    int width = separatorWidth(units, from + 1);
    if (width == 0) return from;
    int letters = 1;
    int digits = 0;
    int last = from;
    int next = from + 1 + width;
    while (isSingle(units, next) && sameSeparator(units, from + 1, last + 1, width)) {
      if (units.kind(next) != CharKind.DIGIT) letters++;
      // More digits than letters: a row of figures, given up early so that no text is read twice.
      else if (++digits > letters) break;
      last = next;
      next += 1 + width;
    }
    return letters >= digits && letters + digits >= LETTERS_MIN ? last + 1 : from;
  }

  /** The unit after initials such as {@code U.S.A}; {@code from} when there are none. */
  static int initialsEnd(Units units, int from) {
    int last = from;
    while (units.kind(last) == CharKind.LETTER
        && units.is(last + 1, '.')
        && units.kind(last + 2) == CharKind.LETTER
        && isSingle(units, last + 2)) last += 2;
    return last == from || !isSingle(units, from) ? from : last + 1;
  }

  /** Whether one letter, or a digit that can stand for one, stands alone. */
  private static boolean isSingle(Units units, int unit) {
    boolean element =
        switch (units.kind(unit)) {
          case LETTER -> !units.has(unit, FoldTable.SOLO);
          case REGIONAL -> true;
          case DIGIT -> Leet.isFigure(FoldTable.folded(units.entry(unit)));
          case DROPPED,
              EMOJI,
              ARROW,
              SIGN,
              APOSTROPHE,
              HYPHEN,
              SPACE,
              LINE,
              STOP,
              SENTENCE,
              CLAUSE,
              OTHER ->
              false;
        };
    return element && !isPartOfWord(units.kind(unit - 1)) && !isPartOfWord(units.kind(unit + 1));
  }

  private static boolean isPartOfWord(CharKind kind) {
    return kind == CharKind.LETTER
        || kind == CharKind.DIGIT
        || kind == CharKind.REGIONAL
        || kind == CharKind.APOSTROPHE;
  }

  private static int separatorWidth(Units units, int from) {
    int width = 0;
    while (isSeparator(units, from + width)) {
      if (++width > SEPARATOR_UNITS_MAX) return 0;
    }
    return width;
  }

  private static boolean isSeparator(Units units, int unit) {
    return switch (units.kind(unit)) {
      case EMOJI, ARROW, SIGN, HYPHEN, SPACE, STOP, SENTENCE, OTHER -> true;
      case CLAUSE -> !units.is(unit, ',');
      case DROPPED, LETTER, DIGIT, REGIONAL, APOSTROPHE, LINE -> false;
    };
  }

  private static boolean sameSeparator(Units units, int first, int other, int width) {
    for (int at = 0; at < width; at++) {
      if (units.codePoint(first + at) != units.codePoint(other + at)) return false;
    }
    return true;
  }
}
