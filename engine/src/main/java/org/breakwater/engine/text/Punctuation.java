package org.breakwater.engine.text;

/** Reads what stands between words: how far it sets them apart, and whether it points. */
final class Punctuation {
  private final Units units;
  private final TokenRow row;

  Punctuation(Units units, TokenRow row) {
    this.units = units;
    this.row = row;
  }

  /** Reads the mark or run of marks that starts here and returns the first unit after it. */
  int read(int at) {
    return switch (units.kind(at)) {
      case ARROW -> arrow(at, at + 1);
      case STOP -> stops(at);
      case HYPHEN, CLAUSE -> dashOrClause(at);
      case OTHER -> other(at);
      case LINE -> separator(at, Break.LINE);
      case SENTENCE -> separator(at, Break.SENTENCE);
      case APOSTROPHE, SPACE, DROPPED, LETTER, DIGIT, REGIONAL, EMOJI, SIGN -> at + 1;
    };
  }

  private int separator(int at, Break by) {
    row.separate(by);
    return at + 1;
  }

  /** Arrows one after another are one. */
  private int arrow(int from, int to) {
    if (row.endsWith(TokenKind.ARROW) && row.pending() == Break.NONE) row.extend(units.end(to - 1));
    else row.add(TokenKind.ARROW, "→", units.start(from), units.end(to - 1));
    return to;
  }

  /** One full stop, or several in a row. */
  private int stops(int from) {
    int to = from;
    while (units.kind(to) == CharKind.STOP) to++;
    boolean several = to - from > 1 || units.is(from, '…');
    row.separate(several ? ofEllipsis(to) : ofStop(from));
    return to;
  }

  private Break ofEllipsis(int next) {
    return goesOn(next) ? Break.CLAUSE : Break.SENTENCE;
  }

  private Break ofStop(int at) {
    if (units.isLetterOrDigit(at - 1) && units.isLetterOrDigit(at + 1)) return Break.CLAUSE;
    return row.isAbbreviated() && goesOn(at + 1) ? Break.NONE : Break.SENTENCE;
  }

  /** Whether the next word begins small, as inside a sentence. */
  private boolean goesOn(int from) {
    int next = from;
    while (units.kind(next) == CharKind.SPACE) next++;
    return next < units.size() && Character.isLowerCase(units.codePoint(next));
  }

  /** Dashes may be the shaft of an arrow; a hyphen inside a word sets nothing apart. */
  private int dashOrClause(int from) {
    int to = shaftEnd(from);
    if (to > from && units.is(to, '>')) return arrow(from, to + 1);
    boolean inner = units.isLetterOrDigit(from - 1) || units.isLetterOrDigit(to);
    if (units.kind(from) == CharKind.CLAUSE || !inner) row.separate(Break.CLAUSE);
    return Math.max(to, from + 1);
  }

  private int shaftEnd(int from) {
    int to = from;
    while (units.kind(to) == CharKind.HYPHEN
        || units.is(to, '=')
        || units.is(to, '–')
        || units.is(to, '—')) to++;
    return to;
  }

  private int other(int at) {
    if (units.is(at, '=')) {
      int to = shaftEnd(at);
      return units.is(to, '>') ? arrow(at, to + 1) : to;
    }
    if (units.is(at, '>')) return chevrons(at);
    return units.is(at, '»') && isBetweenWords(at) ? arrow(at, at + 1) : at + 1;
  }

  /** {@code >>} points, unless it opens a line: then it quotes. */
  private int chevrons(int from) {
    int to = from;
    while (units.is(to, '>')) to++;
    return to - from > 1 && row.pending() != Break.LINE ? arrow(from, to) : to;
  }

  /** A closing quotation mark touches its quotation; one between blanks points. */
  private boolean isBetweenWords(int at) {
    return units.kind(at - 1) == CharKind.SPACE
        && units.kind(at + 1) == CharKind.SPACE
        && row.pending() != Break.LINE;
  }
}
