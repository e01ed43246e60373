package org.breakwater.engine.text;

import java.util.List;

/**
 * Finds all phrases of all languages in one pass over a folded text.
 *
 * <p>Pattern syntax: words apart by a blank; {@code word*} any word that begins so; {@code #} any
 * number; {@code (a|b c)} alternatives; {@code [a]} optional; {@code ~} a gap of 0 to 3 tokens. A
 * match never crosses a {@link Break#SENTENCE}; a {@link Break#LINE} neither.
 */
public final class PhraseIndex {
  /** One pattern with the number its hits carry. */
  public record Phrase(String pattern, int concept) {}

  /**
   * A match, both tokens included.
   *
   * @param phrase index of the phrase in the list the index was built from
   */
  public record Hit(int concept, int phrase, int first, int last) {
    /** Number of tokens matched, gaps included. */
    public int length() {
      return last - first + 1;
    }
  }

  private PhraseIndex() {}

  /**
   * Builds the index.
   *
   * @throws IllegalArgumentException if a pattern is malformed or empty after folding; check with
   *     {@link #fault} first
   */
  public static PhraseIndex of(List<Phrase> phrases) {
    throw new UnsupportedOperationException("matched by the text milestone");
  }

  /** What is wrong with a pattern, for the person who wrote it; empty when nothing is. */
  public static String fault(String pattern) {
    throw new UnsupportedOperationException("matched by the text milestone");
  }

  /** All hits, in order of first token, then longer first, then phrase. */
  public List<Hit> find(FoldedText text) {
    throw new UnsupportedOperationException("matched by the text milestone");
  }
}
