package org.breakwater.engine.text;

import java.util.Arrays;
import java.util.List;
import org.breakwater.engine.text.PhraseIndex.Hit;

/** A folded text as phrases see it: for each token, the class of its word and the choices there. */
final class SymbolText {
  private static final int[] NONE = {};

  private final FoldedText text;
  private final Vocabulary vocabulary;
  private final int[] classes;

  /** For each token, pairs of the symbol of a choice that begins there and its last token. */
  private final int[][] choices;

  SymbolText(FoldedText text, Vocabulary vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
    this.classes = new int[text.size()];
    this.choices = new int[text.size()][];
    for (int token = 0; token < classes.length; token++) {
      classes[token] = vocabulary.classOf(text.word(token));
      choices[token] = NONE;
    }
  }

  int size() {
    return classes.length;
  }

  int wordClass(int token) {
    return classes[token];
  }

  int wordClass(Reading reading) {
    return vocabulary.classOf(reading.word());
  }

  int[] symbols(int wordClass) {
    return vocabulary.symbols(wordClass);
  }

  int[] numberSymbols() {
    return vocabulary.numberSymbols();
  }

  boolean isNumber(int token) {
    return text.kind(token) == TokenKind.NUMBER;
  }

  /** Whether the token is a hashtag's sign, which a phrase passes over. */
  boolean isHash(int token) {
    return text.word(token).equals("#");
  }

  List<Reading> readings(int token) {
    return text.readings(token);
  }

  /** Whether a phrase may go on to that token. */
  boolean reaches(int token) {
    return token < classes.length && text.before(token).compareTo(Break.SENTENCE) < 0;
  }

  /** Pairs of symbol and last token. */
  int[] choices(int token) {
    return choices[token];
  }

  /** Adds choices that were found, for those that hold them and for phrases. */
  void add(List<Hit> found) {
    for (Hit hit : found) {
      int[] known = choices[hit.first()];
      int[] more = Arrays.copyOf(known, known.length + 2);
      more[known.length] = hit.phrase();
      more[known.length + 1] = hit.last();
      choices[hit.first()] = more;
    }
  }
}
