package org.breakwater.engine.text;

import java.util.ArrayList;

/** Reads words and numbers, also those in disguise. */
final class WordReader {
  private static final int ABBREVIATION_LETTERS_MAX = 3;
  private static final int LEADING_SIGN_UNITS_MIN = 4;

  private final Units units;
  private final TokenRow row;
  private final WordWriter writer;
  private final boolean unmasking;

  /** Units before this one were judged as leet already. */
  private int judged;

  /** Digits before this unit are known to belong to separate numbers. */
  private int ungrouped;

  WordReader(Units units, TokenRow row, boolean unmasking) {
    this.units = units;
    this.row = row;
    this.writer = new WordWriter(units);
    this.unmasking = unmasking;
  }

  /** Reads the word or number that starts here and returns the first unit after it. */
  int read(int at) {
    int end = ordinaryWord(at);
    if (end > at) return end;
    end = spacedOrInitials(at);
    if (end > at) return end;
    end = leet(at);
    return end > at ? end : plain(at);
  }

  /** Nearly every word: a few letters of one script between blanks or plain punctuation. */
  private int ordinaryWord(int from) {
    int to = units.lettersEnd(from);
    if (to - from < 2 || !units.isWhole(from, to) || !endsPlainly(to)) return from;
    String word = writer.ordinary(from, to);
    if (word.isEmpty()) return from;
    row.add(TokenKind.WORD, word, units.start(from), units.start(to - 1) + 1);
    noteAbbreviation(from, to);
    return to;
  }

  /** Whether a word cannot go on with that unit, in disguise or not. */
  private boolean endsPlainly(int to) {
    return switch (units.kind(to)) {
      case SPACE, LINE, STOP, CLAUSE, HYPHEN, EMOJI, ARROW, OTHER -> units.endsWhole(to - 1);
      case SENTENCE -> units.endsWhole(to - 1) && !units.isLetterOrDigit(to + 1);
      case LETTER, DIGIT, SIGN, APOSTROPHE, REGIONAL, DROPPED -> false;
    };
  }

  private int spacedOrInitials(int at) {
    int spaced = unmasking ? SpacedLetters.end(units, at) : at;
    if (spaced > at) return disguised(at, spaced);
    int initials = SpacedLetters.initialsEnd(units, at);
    if (initials == at) return at;
    word(at, initials);
    row.abbreviated(true);
    return initials;
  }

  private int leet(int at) {
    if (!unmasking || at < judged) return at;
    int end = Leet.runEnd(units, at);
    if (end == at) return at;
    judged = end;
    return switch (Leet.judge(units, at, end)) {
      case CERTAIN -> disguised(at, end);
      case PERHAPS -> perhaps(at, end);
      case PLAIN -> at;
    };
  }

  private int plain(int at) {
    return units.kind(at) == CharKind.DIGIT ? number(at) : word(at, wordEnd(at));
  }

  /** A word in which separators, digits and signs stand between or for letters. */
  private int disguised(int from, int to) {
    writer.write(from, to, Leet.ONE_IS_I);
    add(from, to);
    row.alter();
    String word = writer.word();
    writer.write(from, to, Leet.ONE_IS_L);
    if (!writer.word().equals(word)) row.read(row.size - 1, writer.word());
    return to;
  }

  /** Regional indicators that are no flags: letters, perhaps of a spaced-out word. */
  int letters(int from, int to) {
    int spaced = unmasking ? SpacedLetters.end(units, from) : from;
    return disguised(from, Math.max(spaced, to));
  }

  /** Tokens as they stand, with the word they may disguise as another reading. */
  private int perhaps(int from, int to) {
    int first = row.size;
    int at = from;
    while (at < to) at = plainOrSign(at);
    if (at > to) return at;
    writer.write(from, to, Leet.ONE_IS_I);
    String word = writer.word();
    row.read(first, word);
    writer.write(from, to, Leet.ONE_IS_L);
    if (!writer.word().equals(word)) row.read(first, writer.word());
    return at;
  }

  private int plainOrSign(int at) {
    return switch (units.kind(at)) {
      case LETTER, DIGIT -> plain(at);
      case SIGN -> addSign(at);
      case SENTENCE -> {
        row.separate(Break.SENTENCE);
        yield at + 1;
      }
      case REGIONAL, EMOJI, ARROW, SPACE, LINE, STOP, HYPHEN, CLAUSE, APOSTROPHE, OTHER, DROPPED ->
          at + 1;
    };
  }

  private int word(int from, int to) {
    writer.write(from, to);
    add(from, to);
    return to;
  }

  private void add(int from, int to) {
    row.add(TokenKind.WORD, writer.word(), units.start(from), units.end(to - 1));
    if (writer.altered()) row.alter();
    for (String other : writer.others()) row.read(row.size - 1, other);
    noteAbbreviation(from, to);
  }

  /** {@code UU} in {@code EE.UU.}: a stop after it need not end the sentence. */
  private void noteAbbreviation(int from, int to) {
    boolean afterStop = units.is(from - 1, '.') && units.isLetterOrDigit(from - 2);
    row.abbreviated(afterStop && to - from <= ABBREVIATION_LETTERS_MAX);
  }

  private int wordEnd(int from) {
    int at = from + 1;
    if (units.has(from, FoldTable.SOLO)) {
      while (continuesSolo(at)) at++;
      return at;
    }
    while (isInside(at)) at++;
    return at;
  }

  /** A spelling mark belongs to the letter before it. */
  private boolean continuesSolo(int at) {
    return units.kind(at) == CharKind.LETTER
        && units.has(at, FoldTable.COMPOSE)
        && !units.has(at, FoldTable.SOLO);
  }

  private boolean isInside(int at) {
    CharKind kind = units.kind(at);
    if (kind == CharKind.LETTER) return !units.has(at, FoldTable.SOLO);
    return kind == CharKind.APOSTROPHE && units.kind(at + 1) == CharKind.LETTER;
  }

  private int number(int from) {
    int end = digitsEnd(from);
    if (from >= ungrouped && isGroupMark(end)) {
      int grouped = groupedNumber(from, end);
      if (grouped > from) return grouped;
    }
    return add(from, end, writer.digits(from, end));
  }

  /** Digit groups with marks between them, if they make one number. */
  private int groupedNumber(int from, int firstEnd) {
    var groups = new ArrayList<String>();
    var marks = new StringBuilder();
    groups.add(writer.digits(from, firstEnd));
    int at = firstEnd;
    while (isGroupMark(at)) {
      marks.appendCodePoint(units.codePoint(at));
      int end = digitsEnd(at + 1);
      groups.add(writer.digits(at + 1, end));
      at = end;
    }
    ungrouped = at;
    String joined = NumberShape.joined(groups, marks.toString());
    return joined.isEmpty() ? from : add(from, at, joined);
  }

  private int add(int from, int to, String number) {
    row.add(TokenKind.NUMBER, number, units.start(from), units.end(to - 1));
    if (writer.disguisesDigits(from, to)) row.alter();
    row.abbreviated(false);
    return to;
  }

  private boolean isGroupMark(int at) {
    return at < units.size()
        && NumberShape.isMark(units.codePoint(at))
        && units.kind(at + 1) == CharKind.DIGIT;
  }

  private int digitsEnd(int from) {
    int at = from;
    while (units.kind(at) == CharKind.DIGIT) at++;
    return at;
  }

  /** A sign, and the word it is glued to when it can be read as part of it. */
  int sign(int at) {
    addSign(at);
    boolean glued = units.kind(at + 1) == CharKind.LETTER && !units.isLetterOrDigit(at - 1);
    if (!glued || !unmasking || at < judged) return at + 1;
    if (units.is(at, '#')) return hashtag(at);
    return units.is(at, '$') || units.is(at, '@') ? leadingSign(at) : at + 1;
  }

  private int addSign(int at) {
    boolean wide = units.has(at, FoldTable.LONG);
    int sign = wide ? units.codePoint(at) : FoldTable.folded(units.entry(at));
    row.add(TokenKind.SIGN, Character.toString(sign), units.start(at), units.end(at));
    return at + 1;
  }

  /** A hashtag inside a phrase is its word: the sign is read with the word as well as alone. */
  private int hashtag(int at) {
    int sign = row.size - 1;
    int end = read(at + 1);
    if (row.size == sign + 2) row.read(sign, row.words[sign + 1]);
    return end;
  }

  /** {@code $eguro}, {@code @migo}. */
  private int leadingSign(int at) {
    int sign = row.size - 1;
    int end = read(at + 1);
    if (row.size == sign + 2 && end - at >= LEADING_SIGN_UNITS_MIN) {
      writer.write(at, end, Leet.ONE_IS_I);
      row.read(sign, writer.word());
    }
    return end;
  }
}
