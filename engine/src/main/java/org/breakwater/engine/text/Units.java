package org.breakwater.engine.text;

/**
 * A text as a row of units: its code points without the dropped ones, each with its table entry and
 * its place in the original.
 */
final class Units {
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private final String original;
  private final int[] entries;
  private final int[] starts;
  private int size;

  Units(String original) {
    this.original = original;
    this.entries = new int[original.length()];
    this.starts = new int[original.length() + 1];
    int at = 0;
    while (at < original.length()) {
      char unit = original.charAt(at);
      int codePoint = Character.isHighSurrogate(unit) ? original.codePointAt(at) : unit;
      int entry = FoldTable.entry(codePoint);
      if (FoldTable.kind(entry) != CharKind.DROPPED && !completesEmoji(codePoint, at)) {
        entries[size] = entry;
        starts[size++] = at;
      }
      at += Character.charCount(codePoint);
    }
    starts[size] = original.length();
  }

  /** Whether a gender sign or direction only modifies the emoji it is joined to. */
  private boolean completesEmoji(int codePoint, int at) {
    return (codePoint == 0x2640 || codePoint == 0x2642 || codePoint == 0x27A1)
        && at > 0
        && original.charAt(at - 1) == ZERO_WIDTH_JOINER;
  }

  String original() {
    return original;
  }

  int size() {
    return size;
  }

  int entry(int unit) {
    return entries[unit];
  }

  /** The kind of a unit; LINE before the first and after the last. */
  CharKind kind(int unit) {
    return unit < 0 || unit >= size ? CharKind.LINE : FoldTable.kind(entries[unit]);
  }

  int codePoint(int unit) {
    return original.codePointAt(starts[unit]);
  }

  /** Whether that unit is this ASCII character; false outside the text. */
  boolean is(int unit, char character) {
    return unit >= 0 && unit < size && original.charAt(starts[unit]) == character;
  }

  boolean isLetterOrDigit(int unit) {
    CharKind kind = kind(unit);
    return kind == CharKind.LETTER || kind == CharKind.DIGIT;
  }

  boolean has(int unit, int mark) {
    return (entries[unit] & mark) != 0;
  }

  int start(int unit) {
    return starts[unit];
  }

  /** Offset after a unit with the accents, selectors and skin tones that belong to it. */
  int end(int unit) {
    int least = starts[unit] + Character.charCount(codePoint(unit));
    int end = starts[unit + 1];
    while (end > least) {
      int last = original.codePointBefore(end);
      if ((FoldTable.entry(last) & FoldTable.ATTACHED) != 0) return end;
      end -= Character.charCount(last);
    }
    return least;
  }

  /**
   * The first unit at or after {@code from} that is not an ordinary letter: one that folds to a
   * single character and may stand next to any other of its script.
   */
  int lettersEnd(int from) {
    int at = from;
    while (at < size && (entries[at] & FoldTable.ORDINARY_MASK) == FoldTable.ORDINARY) at++;
    return at;
  }

  /** Whether nothing was dropped from these units and each is one UTF-16 unit wide. */
  boolean isWhole(int from, int to) {
    return starts[to] - starts[from] == to - from;
  }

  /** Whether nothing was dropped after a unit that is one UTF-16 unit wide. */
  boolean endsWhole(int unit) {
    return starts[unit + 1] - starts[unit] == 1;
  }

  /** Whether something was dropped between this unit and the next. */
  boolean hidesAfter(int unit) {
    return starts[unit + 1] - starts[unit] > 1
        && starts[unit + 1] - starts[unit] > Character.charCount(codePoint(unit));
  }
}
