package org.breakwater.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.PhraseIndex.Phrase;

/** One pass over one text: from each token, all ways through the trie. */
final class PhraseWalk {
  private static final int GAP_TOKENS_MAX = 3;

  private final PhraseTrie trie;
  private final List<Phrase> phrases;
  private final FoldedText text;
  private final int[] classes;
  private final List<Hit> hits = new ArrayList<>();
  private int first;

  PhraseWalk(PhraseTrie trie, List<Phrase> phrases, FoldedText text) {
    this.trie = trie;
    this.phrases = phrases;
    this.text = text;
    this.classes = new int[text.size()];
    for (int token = 0; token < classes.length; token++) {
      classes[token] = trie.classOf(text.word(token));
    }
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
    reachAll(trie.begin(classes[token]), token);
    if (text.kind(token) == TokenKind.NUMBER) reachAll(trie.beginWithNumber(), token);
    // A hashtag continues a phrase; one that begins with it begins at its word.
    if (text.word(token).equals("#")) return;
    for (Reading reading : text.readings(token)) {
      reachAll(trie.begin(trie.classOf(reading.word())), token + reading.tokens() - 1);
    }
  }

  private void reachAll(int[] states, int last) {
    for (int state : states) reach(state, last);
  }

  private void reach(int state, int last) {
    for (int phrase : trie.phrases(state)) {
      hits.add(new Hit(phrases.get(phrase).concept(), phrase, first, last));
    }
    goOn(state, last);
  }

  private void goOn(int state, int last) {
    if (!reaches(last + 1)) return;
    if (trie.edges(state) > 0) read(state, last + 1);
    int gap = trie.gap(state);
    if (gap < 0) return;
    for (int skipped = 0; skipped <= GAP_TOKENS_MAX && reaches(last + 1 + skipped); skipped++) {
      goOn(gap, last + skipped);
    }
  }

  /** Takes every edge that the token, or another reading from it on, admits. */
  private void read(int state, int token) {
    int[] admitted = trie.symbols(classes[token]);
    follow(state, admitted, token);
    if (text.kind(token) == TokenKind.NUMBER) follow(state, trie.numberSymbols(), token);
    for (Reading reading : text.readings(token)) {
      int[] more = trie.symbols(trie.classOf(reading.word()));
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

  /** Whether a phrase may go on to that token. */
  private boolean reaches(int token) {
    return token < text.size() && text.before(token).compareTo(Break.SENTENCE) < 0;
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
