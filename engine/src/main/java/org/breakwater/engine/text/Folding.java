package org.breakwater.engine.text;

/** Folds a text once: the only way from a string to tokens, for posts and lexicon alike. */
public final class Folding {
  private Folding() {}

  /**
   * Folds one field of an event.
   *
   * @param field path of the field, kept for evidence
   * @param original any UTF-16 text, also with unpaired surrogates
   */
  public static FoldedText fold(String field, String original) {
    return new Tokenizer(new Units(original), true).read(field);
  }

  /**
   * Folds literal words of a pattern: as a text, but leet and spaced-out letters are left alone.
   */
  static FoldedText foldLiteral(String words) {
    return new Tokenizer(new Units(words), false).read("");
  }
}
