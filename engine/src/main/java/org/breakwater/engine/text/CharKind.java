package org.breakwater.engine.text;

/** What one code point does in a text, after folding. */
enum CharKind {
  /** Vanishes: accents, invisible characters, variation selectors, skin tones. */
  DROPPED,
  LETTER,
  /** A decimal digit, or a sign that stands for a whole number, such as ⑩. */
  DIGIT,
  /** A regional indicator: half a flag. */
  REGIONAL,
  EMOJI,
  ARROW,
  SIGN,
  APOSTROPHE,
  HYPHEN,
  SPACE,
  LINE,
  /** A full stop, which also stands inside addresses, abbreviations and numbers. */
  STOP,
  /** Ends a sentence wherever it stands. */
  SENTENCE,
  /** Sets clauses apart. */
  CLAUSE,
  /** Separates words and says nothing more. */
  OTHER;

  private static final CharKind[] ALL = values();

  /** Packed into table entries that are made anew with every start, never stored. */
  @SuppressWarnings("EnumOrdinal")
  int code() {
    return ordinal();
  }

  static CharKind of(int code) {
    return ALL[code];
  }
}
