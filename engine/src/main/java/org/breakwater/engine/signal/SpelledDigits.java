package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.TokenKind;

/** Reads telephone numbers said in words: five five five, doble cinco, nueve quince, also mixed. */
final class SpelledDigits {
  /** Fewer words than that are a quantity, or a number with a slip of the pen. */
  private static final int WORDS_MIN = 3;

  private static final int DIGITS_MIN = 7;
  private static final int DIGITS_MAX = 15;

  /** Digits said in a row of tokens, both included. */
  record Said(String digits, int first, int last) {}

  private final FoldedText text;
  private final List<Said> said = new ArrayList<>(1);
  private final StringBuilder digits = new StringBuilder();
  private int words;
  private int first;
  private int last;

  private SpelledDigits(FoldedText text) {
    this.text = text;
  }

  /** All rows of seven digits or more with three or more of them in words. */
  static List<Said> in(FoldedText text) {
    var reader = new SpelledDigits(text);
    for (int token = 0; token < text.size(); token++) token = reader.read(token);
    reader.close();
    return reader.said;
  }

  /** Reads what stands at a token and answers the last token read. */
  private int read(int token) {
    if (text.before(token) == Break.LINE) close();
    String word = text.word(token);
    int times = times(word);
    if (times > 1 && token + 1 < text.size() && digit(text.word(token + 1)) >= 0) {
      append(String.valueOf(digit(text.word(token + 1))).repeat(times), token, token + 1);
      words++;
      return token + 1;
    }
    if (text.kind(token) == TokenKind.NUMBER) append(word, token, token);
    else if (spoken(token)) return readWord(token);
    else if (!isGlue(token)) close();
    return token;
  }

  private boolean spoken(int token) {
    int value = digit(text.word(token));
    return value >= 0 && value < 100 && !isArticle(text.word(token));
  }

  /** Reads one word, or tens with the unit that follows: cincuenta y cinco. */
  private int readWord(int token) {
    int value = digit(text.word(token));
    int unit = token + 1 < text.size() && text.word(token + 1).equals("y") ? token + 2 : token + 1;
    words++;
    boolean tens = value >= 20 && value % 10 == 0 && unit < text.size();
    if (tens && spoken(unit) && digit(text.word(unit)) < 10 && digit(text.word(unit)) > 0) {
      append(String.valueOf(value + digit(text.word(unit))), token, unit);
      return unit;
    }
    append(String.valueOf(value), token, token);
    return token;
  }

  private void append(String more, int from, int to) {
    if (digits.isEmpty()) first = from;
    digits.append(more);
    last = to;
  }

  private void close() {
    boolean enough = digits.length() >= DIGITS_MIN && digits.length() <= DIGITS_MAX;
    if (enough && words >= WORDS_MIN && !Phones.isCount(digits.toString())) {
      said.add(new Said(digits.toString(), first, last));
    }
    digits.setLength(0);
    words = 0;
  }

  /** A sign or a Spanish "and" between digits. */
  private boolean isGlue(int token) {
    return text.kind(token) == TokenKind.SIGN || text.word(token).equals("y");
  }

  private static int digit(String word) {
    return word.equals("oh") || word.equals("o") ? 0 : NumberWords.small(word);
  }

  private static boolean isArticle(String word) {
    return word.equals("un") || word.equals("una") || word.equals("o");
  }

  private static int times(String word) {
    return switch (word) {
      case "double", "doble" -> 2;
      case "triple" -> 3;
      default -> 1;
    };
  }
}
