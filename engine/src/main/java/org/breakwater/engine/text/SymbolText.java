package org.breakwater.engine.text;

import java.util.Arrays;
import java.util.List;

/** A folded text as phrases see it: for each token, the class of its word and the choices there. */
final class SymbolText {
  private static final int[] NONE = {};

  private final FoldedText text;
  private final Vocabulary vocabulary;
  private final int[] classes;

  /** For each token, pairs of the symbol of a choice that begins there and its last token. */
  private final int[][] choices;

  /** Whether a phrase may go on to each token. */
  private final boolean[] reachable;

  /** One bit for each symbol that something in the text admits. */
  private final long[] present;

  SymbolText(FoldedText text, Vocabulary vocabulary, int symbols) {
    this.text = text;
    this.vocabulary = vocabulary;
    this.classes = new int[text.size()];
    this.choices = new int[text.size()][];
    this.reachable = new boolean[text.size()];
    this.present = new long[(symbols >> 6) + 1];
    for (int token = 0; token < classes.length; token++) {
      classes[token] = vocabulary.classOf(text.word(token));
      choices[token] = NONE;
      reachable[token] = text.before(token).compareTo(Break.SENTENCE) < 0;
      note(classes[token]);
      if (isNumber(token)) note(vocabulary.numberClass());
      List<Reading> readings = text.readings(token);
      if (!readings.isEmpty()) readings.forEach(reading -> note(wordClass(reading)));
    }
  }

  private void note(int wordClass) {
    for (int symbol : vocabulary.symbols(wordClass)) present[symbol >> 6] |= 1L << symbol;
  }

  /** Whether a symbol is met anywhere in the text. */
  boolean isPresent(int symbol) {
    return (present[symbol >> 6] & 1L << symbol) != 0;
  }

  /** Of 64 symbols one after the other, one bit each, those that are met anywhere in the text. */
  long present(int sixtyFour) {
    return present[sixtyFour];
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

  int numberClass() {
    return vocabulary.numberClass();
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
    return token < reachable.length && reachable[token];
  }

  /** Pairs of symbol and last token. */
  int[] choices(int token) {
    return choices[token];
  }

  /** Adds choices that begin at a token, as pairs of symbol and last token. */
  void add(int token, int[] more) {
    int[] known = choices[token];
    int[] all = Arrays.copyOf(known, known.length + more.length);
    System.arraycopy(more, 0, all, known.length, more.length);
    choices[token] = all;
    for (int i = 0; i < more.length; i += 2) present[more[i] >> 6] |= 1L << more[i];
  }
}
