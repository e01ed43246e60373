package org.breakwater.engine.signal;

import java.util.Set;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.TokenKind;

/** The words that make a number without a currency a price. */
final class PriceWords {
  /** Tokens between a price word and the number it makes a price. */
  private static final int BEFORE_MAX = 4;

  private static final int AFTER_MAX = 3;

  /** What may follow such a number; any other word is what the number counts. */
  private static final Set<String> FOLLOWING =
      Words.of(
          "per each por para pa hasta and or y o to a up total solo only cash"
              + " efectivo en in now c x nomas todo all for from de el la cada pp half mitad"
              + " but pero if si when cuando flat everything con with is es the upfront al"
              + " then luego desde ya no on it le te i we they just");

  private static final Set<String> RUNNING =
      Words.of(
          "run ran running race jog jogged walked corri correr corro carrera corrimos"
              + " maraton marathon");

  private PriceWords() {}

  /** Whether a number that ends in that token counts nothing that follows. */
  static boolean mayEnd(FoldedText text, int last) {
    int next = last + 1;
    if (next >= text.size() || text.before(next) != Break.NONE) return true;
    return text.kind(next) != TokenKind.WORD || FOLLOWING.contains(text.word(next));
  }

  /** Whether somebody runs the number: 10k is ten kilometres to him. */
  static boolean isRun(FoldedText text, int first) {
    for (int token = Math.max(0, first - 4); token < first; token++) {
      if (RUNNING.contains(text.word(token))) return true;
    }
    return false;
  }

  /** Whether a price word or a price for each stands next to a number, in the same sentence. */
  static boolean areNear(FoldedText text, PhraseHits hits, int first, int last) {
    return isNear(text, hits, "price.cue", first, last)
        || isNear(text, hits, "price.per_head", first, last);
  }

  private static boolean isNear(
      FoldedText text, PhraseHits hits, String concept, int first, int last) {
    for (Hit hit : Neighbours.within(hits.of(concept), first - BEFORE_MAX, last + AFTER_MAX)) {
      boolean before = hit.last() < first && first - hit.last() <= BEFORE_MAX;
      if (before && isOneSentence(text, hit.last(), first)) return true;
      boolean after = hit.first() > last && hit.first() - last <= AFTER_MAX;
      if (after && isOneSentence(text, last, hit.first())) return true;
    }
    return false;
  }

  static boolean isOneSentence(FoldedText text, int from, int to) {
    for (int token = from + 1; token <= to; token++) {
      if (text.before(token).compareTo(Break.SENTENCE) >= 0) return false;
    }
    return true;
  }
}
