package org.breakwater.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.breakwater.engine.text.PhrasePattern.Atom;
import org.breakwater.engine.text.PhrasePattern.Element;
import org.breakwater.engine.text.PhrasePattern.Gap;
import org.breakwater.engine.text.PhrasePattern.Matched;

/**
 * The sequences of all phrases, merged where they begin alike. States are numbered from the root,
 * 0; an edge is a symbol, that is a set of words, or a gap.
 */
final class PhraseTrie {
  static final int ROOT = 0;

  private static final int GAP = 0;

  private final Vocabulary vocabulary;
  private final int[] numberSymbols;
  private final LongTable edges;
  private final int[][] phrases;
  private final boolean[] ends;

  private PhraseTrie(Builder builder) {
    vocabulary = builder.vocabulary.build();
    numberSymbols = builder.numbers.stream().mapToInt(Integer::intValue).toArray();
    edges = LongTable.of(builder.edges);
    phrases = new int[builder.states][];
    ends = new boolean[builder.states];
    Arrays.fill(phrases, new int[0]);
    builder.phrases.forEach(
        (state, found) ->
            phrases[state] = found.stream().mapToInt(Integer::intValue).distinct().toArray());
    Arrays.fill(ends, true);
    builder.edges.keySet().forEach(edge -> ends[(int) (edge >>> 32)] = false);
  }

  int[] symbols(String word) {
    return vocabulary.symbols(word);
  }

  /** The symbols every number has. */
  int[] numberSymbols() {
    return numberSymbols;
  }

  /** The state a symbol leads to; -1 when none. */
  int follow(int state, int symbol) {
    return edges.find(key(state, symbol));
  }

  /** The state after a gap; -1 when no gap is allowed here. */
  int gap(int state) {
    return follow(state, GAP);
  }

  /** Whether nothing follows a state. */
  boolean ends(int state) {
    return ends[state];
  }

  /** The phrases that are complete in a state, ascending. */
  int[] phrases(int state) {
    return phrases[state];
  }

  private static long key(int state, int symbol) {
    return (long) state << 32 | symbol;
  }

  /** Collects sequences. */
  static final class Builder {
    private final Vocabulary.Builder vocabulary = new Vocabulary.Builder();
    private final Map<SortedSet<Atom>, Integer> symbols = new HashMap<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final Map<Long, Integer> edges = new HashMap<>();
    private final Map<Integer, List<Integer>> phrases = new HashMap<>();
    private int states = 1;

    void add(List<Element> sequence, int phrase) {
      int state = ROOT;
      for (Element element : sequence) {
        int symbol =
            switch (element) {
              case Gap _ -> GAP;
              case Matched(var anyOf) -> symbol(anyOf);
            };
        state = edges.computeIfAbsent(key(state, symbol), _ -> states++);
      }
      phrases.computeIfAbsent(state, _ -> new ArrayList<>()).add(phrase);
    }

    private int symbol(SortedSet<Atom> anyOf) {
      Integer known = symbols.get(anyOf);
      if (known != null) return known;
      int symbol = symbols.size() + 1;
      symbols.put(anyOf, symbol);
      for (Atom atom : anyOf) {
        switch (atom.shape()) {
          case WORD -> vocabulary.word(atom.word(), symbol);
          case PREFIX -> vocabulary.prefix(atom.word(), symbol);
          case NUMBER -> numbers.add(symbol);
        }
      }
      return symbol;
    }

    PhraseTrie build() {
      return new PhraseTrie(this);
    }
  }
}
