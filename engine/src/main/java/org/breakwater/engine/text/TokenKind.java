package org.breakwater.engine.text;

/** What a token is made of. */
public enum TokenKind {
  WORD,
  /** Decimal digits of any script, folded to ASCII; grouping marks inside a number are dropped. */
  NUMBER,
  /** One emoji or pictograph, without skin tone and variation selectors. */
  EMOJI,
  /** A pair of regional indicators; the word is the lower-case ISO 3166-1 alpha-2 code. */
  FLAG,
  /** Any sign that points: {@code ->}, {@code →}, {@code ➡️}, {@code >>}; the word is {@code →}. */
  ARROW,
  /** A currency sign, {@code @}, {@code #}, {@code +}, {@code %}, {@code /} or {@code &}. */
  SIGN;
}
