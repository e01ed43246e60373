package org.breakwater.engine.text;

import java.util.ArrayList;

/** Cuts the units of one text into tokens, left to right, looking at each unit a few times only. */
final class Tokenizer {
  private final Units units;
  private final WordWriter writer;
  private final boolean unmasking;
  private final TokenRow row = new TokenRow();

  /** Units before this one were judged as leet already, and are not. */
  private int judged;

  /** Digits before this unit belong to separate numbers. */
  private int ungrouped;

  /** The last word was written with inner stops, so that one more need not end the sentence. */
  private boolean abbreviated;

  /**
   * @param unmasking whether to look for spaced-out letters and leet
   */
  Tokenizer(Units units, boolean unmasking) {
    this.units = units;
    this.unmasking = unmasking;
    this.writer = new WordWriter(units);
  }

  FoldedText read(String field) {
    int unit = 0;
    while (unit < units.size()) unit = step(unit);
    return row.text(field, units.original());
  }

  /** Reads what starts at that unit and returns the first unit after it. */
  private int step(int at) {
    return switch (units.kind(at)) {
      case LETTER, DIGIT -> wordOrNumber(at);
      case REGIONAL -> flags(at);
      case EMOJI -> emoji(at);
      case ARROW -> arrow(at, at + 1);
      case SIGN -> sign(at);
      case STOP -> stops(at);
      case HYPHEN -> hyphens(at);
      case CLAUSE -> clause(at);
      case OTHER -> other(at);
      case LINE -> separator(at, Break.LINE);
      case SENTENCE -> separator(at, Break.SENTENCE);
      case APOSTROPHE, SPACE, DROPPED -> at + 1;
    };
  }

  private int separator(int at, Break by) {
    row.separate(by);
    return at + 1;
  }

  private int wordOrNumber(int at) {
    int spaced = unmasking ? SpacedLetters.end(units, at) : at;
    if (spaced > at) return disguised(at, spaced);
    int initials = SpacedLetters.initialsEnd(units, at);
    if (initials > at) {
      int end = word(at, initials);
      abbreviated = true;
      return end;
    }
    if (unmasking && at >= judged) {
      int end = runEnd(at);
      if (end > at) {
        judged = end;
        switch (Leet.judge(units, at, end)) {
          case CERTAIN -> {
            return disguised(at, end);
          }
          case PERHAPS -> {
            return perhaps(at, end);
          }
          case PLAIN -> {}
        }
      }
    }
    return plain(at);
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
    if (!writer.word().equals(word)) row.read(row.size() - 1, writer.word());
    return to;
  }

  /** Tokens as they stand, with the word they may disguise as another reading. */
  private int perhaps(int from, int to) {
    int first = row.size();
    int at = from;
    while (at < to) at = isWordPart(at) ? plain(at) : step(at);
    if (at > to) return at;
    writer.write(from, to, Leet.ONE_IS_I);
    String word = writer.word();
    row.read(first, word);
    writer.write(from, to, Leet.ONE_IS_L);
    if (!writer.word().equals(word)) row.read(first, writer.word());
    return at;
  }

  private boolean isWordPart(int at) {
    return units.isLetterOrDigit(at);
  }

  /** The end of a run of letters, digits and signs; {@code from} when it has letters only. */
  private int runEnd(int from) {
    int at = from;
    boolean mixed = false;
    while (true) {
      CharKind kind = units.kind(at);
      boolean sign = kind == CharKind.SIGN || units.is(at, '!');
      if (sign && at > from && isFigure(at) && continues(at)) mixed = true;
      else if (kind == CharKind.DIGIT) mixed = true;
      else if (kind != CharKind.LETTER || units.has(at, FoldTable.SOLO)) break;
      at++;
    }
    return mixed ? at : from;
  }

  private boolean isFigure(int at) {
    return Leet.isFigure((char) units.codePoint(at));
  }

  /** Whether a sign inside a run belongs to it: more of the word follows, or it is a final s. */
  private boolean continues(int at) {
    if (units.isLetterOrDigit(at + 1)) return true;
    boolean doubled = units.is(at, '$') && units.is(at + 1, '$');
    return units.is(at, '$') && (doubled || !units.isLetterOrDigit(at + 1));
  }

  private int word(int from, int to) {
    writer.write(from, to);
    add(from, to);
    return to;
  }

  private void add(int from, int to) {
    int start = units.start(from);
    row.add(TokenKind.WORD, writer.word(), start, units.end(to - 1));
    if (writer.altered()) row.alter();
    if (!writer.doubled().isEmpty()) row.read(row.size() - 1, writer.doubled());
    abbreviated = units.is(from - 1, '.') && units.isLetterOrDigit(from - 2) && to - from <= 3;
  }

  private int wordEnd(int from) {
    int at = from + 1;
    if (units.has(from, FoldTable.SOLO)) {
      while (units.kind(at) == CharKind.LETTER && isSpellingMark(at)) at++;
      return at;
    }
    while (true) {
      boolean letter = units.kind(at) == CharKind.LETTER && !units.has(at, FoldTable.SOLO);
      boolean inner =
          units.kind(at) == CharKind.APOSTROPHE && units.kind(at + 1) == CharKind.LETTER;
      if (!letter && !inner) return at;
      at++;
    }
  }

  private boolean isSpellingMark(int at) {
    return units.has(at, FoldTable.COMPOSE) && !units.has(at, FoldTable.SOLO);
  }

  private int number(int from) {
    int end = digitsEnd(from);
    String digits = digits(from, end);
    if (from >= ungrouped && isGroupMark(end)) {
      var groups = new ArrayList<String>();
      var marks = new StringBuilder();
      groups.add(digits);
      int at = end;
      while (isGroupMark(at)) {
        marks.appendCodePoint(units.codePoint(at));
        int groupEnd = digitsEnd(at + 1);
        groups.add(digits(at + 1, groupEnd));
        at = groupEnd;
      }
      ungrouped = at;
      String joined = NumberShape.joined(groups, marks.toString());
      if (!joined.isEmpty()) {
        digits = joined;
        end = at;
      }
    }
    row.add(TokenKind.NUMBER, digits, units.start(from), units.end(end - 1));
    abbreviated = false;
    return end;
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

  private String digits(int from, int to) {
    var digits = new StringBuilder(to - from);
    for (int at = from; at < to; at++) {
      int entry = units.entry(at);
      if ((entry & FoldTable.LONG) == 0) digits.append(FoldTable.folded(entry));
      else digits.append(FoldTable.expansion(units.codePoint(at)));
    }
    return digits.toString();
  }

  private int emoji(int at) {
    row.add(
        TokenKind.EMOJI, Character.toString(units.codePoint(at)), units.start(at), units.end(at));
    return at + 1;
  }

  /** A run of regional indicators: flags, or letters in disguise when some pair is no country. */
  private int flags(int from) {
    int to = from;
    while (units.kind(to) == CharKind.REGIONAL) to++;
    int spaced = unmasking && to - from == 1 ? SpacedLetters.end(units, from) : from;
    if (spaced > from) return disguised(from, spaced);
    boolean flags = to - from > 1;
    for (int at = from; at + 1 < to; at += 2) flags &= Flags.isCode(pair(at));
    if (!flags) return disguised(from, to);
    for (int at = from; at < to; at += 2) {
      if (at + 1 == to) return disguised(at, to);
      row.add(TokenKind.FLAG, pair(at), units.start(at), units.end(at + 1));
    }
    return to;
  }

  private String pair(int at) {
    return "" + FoldTable.folded(units.entry(at)) + FoldTable.folded(units.entry(at + 1));
  }

  private int arrow(int from, int to) {
    if (row.endsWith(TokenKind.ARROW) && row.pending() == Break.NONE) row.extend(units.end(to - 1));
    else row.add(TokenKind.ARROW, "→", units.start(from), units.end(to - 1));
    return to;
  }

  private int sign(int at) {
    String word = Character.toString(FoldTable.folded(units.entry(at)));
    row.add(TokenKind.SIGN, word, units.start(at), units.end(at));
    if (units.kind(at + 1) != CharKind.LETTER || isWordPart(at - 1)) return at + 1;
    if (word.equals("#")) return hashtag(at);
    if ((word.equals("$") || word.equals("@")) && unmasking && at >= judged) return leadingSign(at);
    return at + 1;
  }

  /** A hashtag inside a phrase is its word: the sign is read with the word as well as alone. */
  private int hashtag(int at) {
    int sign = row.size() - 1;
    int end = wordOrNumber(at + 1);
    if (row.size() == sign + 2) row.read(sign, row.lastWord());
    return end;
  }

  /** {@code $eguro}, {@code @migo}. */
  private int leadingSign(int at) {
    int sign = row.size() - 1;
    int end = word(at + 1, wordEnd(at + 1));
    if (units.kind(end) != CharKind.DIGIT && end - at >= 4) {
      writer.write(at, end, Leet.ONE_IS_I);
      row.read(sign, writer.word());
    }
    return end;
  }

  /** One full stop, or several in a row. */
  private int stops(int from) {
    int to = from;
    while (units.kind(to) == CharKind.STOP) to++;
    row.separate(strength(from, to));
    return to;
  }

  private Break strength(int from, int to) {
    boolean ellipsis = to - from > 1 || units.is(from, '…');
    if (isWordPart(from - 1) && isWordPart(to) && !ellipsis) return Break.CLAUSE;
    int next = to;
    while (units.kind(next) == CharKind.SPACE) next++;
    boolean goesOn = next < units.size() && Character.isLowerCase(units.codePoint(next));
    if (ellipsis && goesOn) return Break.CLAUSE;
    return abbreviated && goesOn ? Break.NONE : Break.SENTENCE;
  }

  private int hyphens(int from) {
    int to = rodEnd(from);
    if (units.is(to, '>')) return arrow(from, to + 1);
    boolean apart = !isWordPart(from - 1) && !isWordPart(to);
    if (apart) row.separate(Break.CLAUSE);
    return to;
  }

  /** A dash may be the shaft of an arrow. */
  private int clause(int at) {
    int to = isRod(at) ? rodEnd(at) : at + 1;
    if (isRod(at) && units.is(to, '>')) return arrow(at, to + 1);
    row.separate(Break.CLAUSE);
    return to;
  }

  private int rodEnd(int from) {
    int to = from;
    while (isRod(to)) to++;
    return to;
  }

  private boolean isRod(int at) {
    return units.kind(at) == CharKind.HYPHEN
        || units.is(at, '=')
        || units.is(at, '–')
        || units.is(at, '—');
  }

  private int other(int at) {
    if (units.is(at, '=')) {
      int to = rodEnd(at);
      return units.is(to, '>') ? arrow(at, to + 1) : to;
    }
    if (units.is(at, '>')) return chevrons(at);
    boolean pointing =
        units.is(at, '»')
            && units.kind(at - 1) == CharKind.SPACE
            && units.kind(at + 1) == CharKind.SPACE;
    return pointing && row.pending() != Break.LINE ? arrow(at, at + 1) : at + 1;
  }

  /** {@code >>} points, unless it opens a line: then it quotes. */
  private int chevrons(int from) {
    int to = from;
    while (units.is(to, '>')) to++;
    return to - from > 1 && row.pending() != Break.LINE ? arrow(from, to) : to;
  }
}
