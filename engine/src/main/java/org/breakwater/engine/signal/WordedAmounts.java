package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.TokenKind;

/** Reads the sums of money in one text that are written in words: siete mil dólares. */
final class WordedAmounts {
  private WordedAmounts() {}

  static List<Amount> in(FoldedText text, PhraseHits hits) {
    var found = new ArrayList<Amount>(1);
    int next = 0;
    for (Hit hit : hits.of("number.word")) {
      if (hit.first() < next || followsFigures(text, hit.first())) continue;
      next = endOfNumber(text, hit.first());
      if (next > hit.first()) look(text, hits, hit.first(), next - 1, found);
    }
    return found;
  }

  private static boolean followsFigures(FoldedText text, int token) {
    return token > 0 && text.kind(token - 1) == TokenKind.NUMBER;
  }

  private static void look(
      FoldedText text, PhraseHits hits, int first, int last, List<Amount> found) {
    double value = value(text, first, last);
    CurrencyMark mark = CurrencyMark.word(text, hits, last);
    if (mark.seen()) found.add(new Amount(value, mark.code(), first, mark.last()));
    else if (value >= 100 && isCued(text, hits, first, last)) {
      found.add(new Amount(value, "", first, last));
    }
  }

  private static boolean isCued(FoldedText text, PhraseHits hits, int first, int last) {
    return PriceWords.mayEnd(text, last) && PriceWords.areNear(text, hits, first, last);
  }

  /** The token after the number words that start at a token. */
  private static int endOfNumber(FoldedText text, int first) {
    int token = first;
    int end = first;
    while (token < text.size() && (token == first || text.before(token) == Break.NONE)) {
      String word = text.word(token);
      boolean number = NumberWords.small(word) >= 0 || NumberWords.scale(word) > 0;
      boolean glue = token > first && (word.equals("y") || word.equals("and"));
      if (!number && !glue) break;
      token++;
      if (number) end = token;
    }
    return end;
  }

  private static double value(FoldedText text, int first, int last) {
    double total = 0;
    double current = 0;
    for (int token = first; token <= last; token++) {
      int small = NumberWords.small(text.word(token));
      int scale = NumberWords.scale(text.word(token));
      if (small >= 0) current += small;
      else if (scale == 100) current = Math.max(1, current) * scale;
      else if (scale > 0) {
        total += Math.max(1, current) * scale;
        current = 0;
      }
    }
    return total + current;
  }
}
