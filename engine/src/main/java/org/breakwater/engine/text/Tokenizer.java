package org.breakwater.engine.text;

/** Cuts the units of one text into tokens, left to right, looking at each unit a few times only. */
final class Tokenizer {
  private final Units units;
  private final TokenRow row = new TokenRow();
  private final WordReader words;
  private final Punctuation punctuation;

  /**
   * @param unmasking whether to look for spaced-out letters and leet
   */
  Tokenizer(Units units, boolean unmasking) {
    this.units = units;
    this.words = new WordReader(units, row, unmasking);
    this.punctuation = new Punctuation(units, row);
  }

  FoldedText read(String field) {
    int unit = 0;
    while (unit < units.size()) unit = step(unit);
    return row.text(field, units.original());
  }

  /** Reads what starts at that unit and returns the first unit after it. */
  private int step(int at) {
    return switch (units.kind(at)) {
      case LETTER, DIGIT -> words.read(at);
      case SIGN -> words.sign(at);
      case REGIONAL -> flags(at);
      case EMOJI -> emoji(at);
      case SPACE -> at + 1;
      case ARROW, STOP, HYPHEN, CLAUSE, LINE, SENTENCE, APOSTROPHE, OTHER, DROPPED ->
          punctuation.read(at);
    };
  }

  private int emoji(int at) {
    String word = Character.toString(units.codePoint(at));
    row.add(TokenKind.EMOJI, word, units.start(at), units.end(at));
    return at + 1;
  }

  /** A run of regional indicators: flags, or letters in disguise when some pair is no country. */
  private int flags(int from) {
    int to = from;
    boolean flags = true;
    while (units.kind(to) == CharKind.REGIONAL) {
      if (units.kind(to + 1) == CharKind.REGIONAL) flags &= Flags.isCode(pair(to++));
      to++;
    }
    if (!flags || to - from == 1) return words.letters(from, to);
    int at = from;
    for (; at + 1 < to; at += 2) {
      row.add(TokenKind.FLAG, pair(at), units.start(at), units.end(at + 1));
    }
    return at == to ? to : words.letters(at, to);
  }

  private String pair(int at) {
    return "" + FoldTable.folded(units.entry(at)) + FoldTable.folded(units.entry(at + 1));
  }
}
