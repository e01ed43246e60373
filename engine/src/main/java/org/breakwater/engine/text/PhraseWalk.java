package org.breakwater.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breakwater.engine.text.PhraseIndex.Hit;

/** One pass over one text: from each token, all ways through a trie. */
final class PhraseWalk {
  private static final int GAP_TOKENS_MAX = 3;
  private static final int NO_CLASS = -1;
  private static final int[] NOTHING = {};

  /** First and last token of what was found. */
  record Found(int first, int last) {}

  private final PhraseTrie trie;
  private final SymbolText text;

  /** What was found from one token: the last token, counted down, above the phrase. */
  private long[] found = new long[16];

  private int size;

  PhraseWalk(PhraseTrie trie, SymbolText text) {
    this.trie = trie;
    this.text = text;
  }

  /** All hits, in order of first token, then longer first, then phrase. */
  List<Hit> hits(int[] concepts) {
    var hits = new ArrayList<Hit>();
    for (int first = 0; first < text.size(); first++) {
      findFrom(first);
      for (int i = 0; i < size; i++) {
        hits.add(new Hit(concepts[phrase(i)], phrase(i), first, last(i)));
      }
    }
    return hits;
  }

  /** The spans that sequences from one root take, in order of first token, then longer first. */
  List<Found> from(int root) {
    var spans = new ArrayList<Found>(2);
    for (int first = 0; first < text.size(); first++) {
      size = 0;
      readAsWritten(root, first);
      if (!text.isHash(first)) readOtherwise(root, first);
      if (size > 1) order();
      for (int i = 0; i < size; i++) spans.add(new Found(first, last(i)));
    }
    return spans;
  }

  /** Notes what is found as choices of the text. */
  void addChoices() {
    for (int first = 0; first < text.size(); first++) {
      findFrom(first);
      if (size == 0) continue;
      var pairs = new int[size * 2];
      for (int i = 0; i < size; i++) {
        pairs[2 * i] = phrase(i);
        pairs[2 * i + 1] = last(i);
      }
      text.add(first, pairs);
    }
  }

  private int phrase(int i) {
    return (int) found[i];
  }

  private int last(int i) {
    return Integer.MAX_VALUE - (int) (found[i] >>> 32);
  }

  private void findFrom(int token) {
    size = 0;
    begin(token);
    if (size > 1) order();
  }

  /** Sorts what was found and drops what was found twice. */
  private void order() {
    Arrays.sort(found, 0, size);
    int kept = 1;
    for (int i = 1; i < size; i++) {
      if (found[i] != found[i - 1]) found[kept++] = found[i];
    }
    size = kept;
  }

  private void begin(int token) {
    reachAll(trie.begin(text.wordClass(token)), token);
    if (text.isNumber(token)) reachAll(trie.begin(text.numberClass()), token);
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
    for (int i = 0; i < states.length; i += 2) {
      int required = states[i + 1];
      if (required == 0 || text.isPresent(required)) reach(states[i], last);
    }
  }

  private void reach(int state, int last) {
    for (int phrase : trie.phrases(state)) {
      if (size == found.length) found = Arrays.copyOf(found, size * 2);
      found[size++] = (long) (Integer.MAX_VALUE - last) << 32 | phrase;
    }
    if (trie.goesOn(state, text)) goOn(state, last);
  }

  private void goOn(int state, int last) {
    int gap = trie.gap(state);
    int edges = trie.edges(state);
    if ((edges == 0 && gap < 0) || !text.reaches(last + 1)) return;
    if (edges > 0) read(state, last + 1);
    if (gap < 0 || !trie.goesOn(gap, text)) return;
    for (int skipped = 0; skipped <= GAP_TOKENS_MAX; skipped++) {
      if (!text.reaches(last + 1 + skipped)) return;
      goOn(gap, last + skipped);
    }
  }

  /** Takes every edge that the token, a choice or another reading from it on, admits. */
  private void read(int state, int token) {
    readAsWritten(state, token);
    readOtherwise(state, token);
  }

  private void readAsWritten(int state, int token) {
    int plain = text.wordClass(token);
    follow(state, plain, NO_CLASS, token);
    if (text.isNumber(token)) follow(state, text.numberClass(), plain, token);
    int[] choices = text.choices(token);
    for (int i = 0; i < choices.length; i += 2) {
      reachIf(trie.follow(state, choices[i]), choices[i + 1]);
    }
  }

  private void readOtherwise(int state, int token) {
    List<Reading> readings = text.readings(token);
    if (readings.isEmpty()) return;
    int plain = text.wordClass(token);
    for (Reading reading : readings) {
      // What the plain word admits too was followed already.
      int done = reading.tokens() == 1 ? plain : NO_CLASS;
      follow(state, text.wordClass(reading), done, token + reading.tokens() - 1);
    }
  }

  /** Takes the edges that a class admits, unless another does too. */
  private void follow(int state, int wordClass, int except, int last) {
    if (wordClass == Vocabulary.UNKNOWN) return;
    if (trie.isWide(state)) {
      int[] done = except == NO_CLASS ? NOTHING : trie.reached(state, except);
      for (int target : trie.reached(state, wordClass)) {
        if (!contains(done, target)) reach(target, last);
      }
      return;
    }
    for (int edge = 0; edge < trie.edges(state); edge++) {
      boolean done = except != NO_CLASS && trie.follow(state, edge, except) >= 0;
      if (!done) reachIf(trie.follow(state, edge, wordClass), last);
    }
  }

  private static boolean contains(int[] numbers, int number) {
    for (int one : numbers) {
      if (one == number) return true;
    }
    return false;
  }

  private void reachIf(int state, int last) {
    if (state >= 0) reach(state, last);
  }
}
