package org.breakwater.engine.signal;

import java.util.List;
import org.breakwater.engine.text.PhraseIndex.Hit;

/** Lexicon hits by where they stand. */
final class Neighbours {
  /** No phrase is longer, in tokens, gaps included. */
  private static final int PHRASE_MAX = 16;

  private Neighbours() {}

  /** The hits that touch a range of tokens, both ends included, in order of first token. */
  static List<Hit> within(List<Hit> hits, int first, int last) {
    int from = firstFrom(hits, first - PHRASE_MAX);
    int to = firstFrom(hits, last + 1);
    while (from < to && hits.get(from).last() < first) from++;
    return from < to ? hits.subList(from, to) : List.of();
  }

  static boolean anyWithin(List<Hit> hits, int first, int last) {
    if (hits.isEmpty()) return false;
    for (Hit hit : within(hits, first, last)) {
      if (hit.last() >= first) return true;
    }
    return false;
  }

  private static int firstFrom(List<Hit> hits, int token) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).first() < token) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
