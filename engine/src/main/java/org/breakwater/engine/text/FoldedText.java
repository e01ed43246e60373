package org.breakwater.engine.text;

import java.util.Arrays;
import java.util.List;

/**
 * One text as a row of folded tokens, each with the range of the original it came from. White space
 * and punctuation are not tokens; they survive as the {@link Break} before the next token.
 */
public final class FoldedText {
  private final String field;
  private final String original;
  private final int size;
  private final String[] words;
  private final TokenKind[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final Break[] breaks;
  private final boolean[] altered;
  private final List<List<Reading>> readings;

  FoldedText(TokenRow row, String field, String original) {
    this.field = field;
    this.original = original;
    this.size = row.size;
    this.words = row.words;
    this.kinds = row.kinds;
    this.starts = row.starts;
    this.ends = row.ends;
    this.breaks = row.breaks;
    this.altered = row.altered;
    this.readings = row.readings;
  }

  /** Path of the field in the event, such as {@code text} or {@code mediaText/0}. */
  public String field() {
    return field;
  }

  public String original() {
    return original;
  }

  /** Number of tokens. */
  public int size() {
    return size;
  }

  /** The folded form of a token: case, width, accents and look-alike characters removed. */
  public String word(int token) {
    return words[token];
  }

  public TokenKind kind(int token) {
    return kinds[token];
  }

  /** UTF-16 offset of the token's first character in the original. */
  public int start(int token) {
    return starts[token];
  }

  /** UTF-16 offset after the token's last character in the original. */
  public int end(int token) {
    return ends[token];
  }

  /** What sets the token apart from the one before it; {@code LINE} before the first. */
  public Break before(int token) {
    return breaks[token];
  }

  /**
   * Whether folding undid a disguise: invisible or look-alike characters, leet, spaced-out letters,
   * stretched repeats. Case, accents and width do not count.
   */
  public boolean altered() {
    for (int token = 0; token < size; token++) {
      if (altered[token]) return true;
    }
    return false;
  }

  /** Whether folding undid a disguise in that token. */
  public boolean altered(int token) {
    return altered[token];
  }

  /** Other ways to read that token and those after it; empty for nearly all. */
  List<Reading> readings(int token) {
    return token < readings.size() ? readings.get(token) : List.of();
  }

  /** The original range of a run of tokens, both ends included. */
  public Span span(int first, int last) {
    return new Span(field, starts[first], ends[last]);
  }

  @Override
  public String toString() {
    return Arrays.asList(words).subList(0, size).toString();
  }
}
