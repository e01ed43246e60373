package org.breakwater.engine.text;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.PhraseIndex.Phrase;

/** One pass over one text: from each token, all ways through the trie. */
final class PhraseWalk {
  private static final int GAP_TOKENS_MAX = 3;

  private final PhraseTrie trie;
  private final List<Phrase> phrases;
  private final FoldedText text;
  private final int[][] symbols;
  private final List<Hit> hits = new ArrayList<>();
  private int first;

  PhraseWalk(PhraseTrie trie, List<Phrase> phrases, FoldedText text) {
    this.trie = trie;
    this.phrases = phrases;
    this.text = text;
    this.symbols = new int[text.size()][];
    for (int token = 0; token < symbols.length; token++) {
      symbols[token] = trie.symbols(text.word(token));
    }
  }

  List<Hit> hits() {
    for (first = 0; first < text.size(); first++) {
      int before = hits.size();
      read(PhraseTrie.ROOT, first);
      if (hits.size() > before + 1) order(before);
    }
    return hits;
  }

  /** Takes every edge that the token, or another reading from it on, admits. */
  private void read(int state, int token) {
    follow(state, symbols[token], token);
    if (text.kind(token) == TokenKind.NUMBER) follow(state, trie.numberSymbols(), token);
    for (Reading reading : text.readings(token)) {
      // A hashtag continues a phrase; one that begins with it begins at its word.
      if (state == PhraseTrie.ROOT && text.word(token).equals("#")) continue;
      follow(state, trie.symbols(reading.word()), token + reading.tokens() - 1);
    }
  }

  private void follow(int state, int[] admitted, int last) {
    for (int symbol : admitted) {
      int next = trie.follow(state, symbol);
      if (next >= 0) reach(next, last);
    }
  }

  private void reach(int state, int last) {
    for (int phrase : trie.phrases(state)) {
      hits.add(new Hit(phrases.get(phrase).concept(), phrase, first, last));
    }
    if (!trie.ends(state)) goOn(state, last);
  }

  private void goOn(int state, int last) {
    if (!reaches(last + 1)) return;
    read(state, last + 1);
    int gap = trie.gap(state);
    if (gap < 0) return;
    for (int skipped = 0; skipped <= GAP_TOKENS_MAX && reaches(last + 1 + skipped); skipped++) {
      read(gap, last + 1 + skipped);
      if (trie.gap(gap) >= 0) goOn(gap, last + skipped);
    }
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
