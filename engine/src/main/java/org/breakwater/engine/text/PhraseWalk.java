package org.breakwater.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breakwater.engine.text.PhraseIndex.Hit;

/** One pass over one text: from each token, all ways through a trie. */
final class PhraseWalk {
  private static final int GAP_TOKENS_MAX = 3;

  private final PhraseTrie trie;
  private final SymbolText text;
  private final int[] concepts;
  private final List<Hit> hits = new ArrayList<>();
  private int first;

  /**
   * @param concepts by phrase; shorter where nobody asks for them
   */
  PhraseWalk(PhraseTrie trie, SymbolText text, int[] concepts) {
    this.trie = trie;
    this.text = text;
    this.concepts = concepts;
  }

  List<Hit> hits() {
    for (first = 0; first < text.size(); first++) {
      int before = hits.size();
      begin(first);
      if (hits.size() > before + 1) order(before);
    }
    return hits;
  }

  private void begin(int token) {
    reachAll(trie.begin(text.wordClass(token)), token);
    if (text.isNumber(token)) reachAll(trie.beginWithNumber(), token);
    int[] choices = text.choices(token);
    for (int i = 0; i < choices.length; i += 2) reachIf(trie.beginWith(choices[i]), choices[i + 1]);
    List<Reading> readings = text.readings(token);
    // A hashtag continues a phrase; one that begins with it begins at its word.
    if (readings.isEmpty() || text.isHash(token)) return;
    for (Reading reading : readings) {
      reachAll(trie.begin(text.wordClass(reading)), token + reading.tokens() - 1);
    }
  }

  private void reachAll(int[] states, int last) {
    for (int state : states) reach(state, last);
  }

  private void reach(int state, int last) {
    for (int phrase : trie.phrases(state)) {
      int concept = phrase < concepts.length ? concepts[phrase] : 0;
      hits.add(new Hit(concept, phrase, first, last));
    }
    goOn(state, last);
  }

  private void goOn(int state, int last) {
    if (!text.reaches(last + 1)) return;
    if (trie.edges(state) > 0) read(state, last + 1);
    int gap = trie.gap(state);
    if (gap < 0) return;
    for (int skipped = 0;
        skipped <= GAP_TOKENS_MAX && text.reaches(last + 1 + skipped);
        skipped++) {
      goOn(gap, last + skipped);
    }
  }

  /** Takes every edge that the token, a choice or another reading from it on, admits. */
  private void read(int state, int token) {
    int[] admitted = text.symbols(text.wordClass(token));
    follow(state, admitted, token);
    if (text.isNumber(token)) follow(state, text.numberSymbols(), token);
    int[] choices = text.choices(token);
    for (int i = 0; i < choices.length; i += 2) {
      reachIf(trie.follow(state, choices[i]), choices[i + 1]);
    }
    List<Reading> readings = text.readings(token);
    if (!readings.isEmpty()) readAlso(state, token, readings, admitted);
  }

  private void readAlso(int state, int token, List<Reading> readings, int[] admitted) {
    for (Reading reading : readings) {
      int[] more = text.symbols(text.wordClass(reading));
      // What the plain word admits too was followed already.
      if (reading.tokens() == 1) more = without(more, admitted);
      follow(state, more, token + reading.tokens() - 1);
    }
  }

  /** Looks at whichever is fewer, the edges of the state or what the word admits. */
  private void follow(int state, int[] admitted, int last) {
    int edges = trie.edges(state);
    if (edges <= admitted.length) {
      for (int edge = 0; edge < edges; edge++) reachIf(trie.follow(state, edge, admitted), last);
    } else {
      for (int symbol : admitted) reachIf(trie.follow(state, symbol), last);
    }
  }

  private void reachIf(int state, int last) {
    if (state >= 0) reach(state, last);
  }

  private static int[] without(int[] symbols, int[] known) {
    return Arrays.stream(symbols)
        .filter(symbol -> Arrays.binarySearch(known, symbol) < 0)
        .toArray();
  }

  /** Sorts the hits of one first token and drops those found twice. */
  private void order(int from) {
    List<Hit> found = hits.subList(from, hits.size());
    List<Hit> ordered =
        found.stream()
            .distinct()
            .sorted(
                (one, other) ->
                    one.last() != other.last()
                        ? Integer.compare(other.last(), one.last())
                        : Integer.compare(one.phrase(), other.phrase()))
            .toList();
    found.clear();
    hits.addAll(ordered);
  }
}
