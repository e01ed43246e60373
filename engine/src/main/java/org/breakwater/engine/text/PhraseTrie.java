package org.breakwater.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.breakwater.engine.text.PhrasePattern.Atom;
import org.breakwater.engine.text.PhrasePattern.Element;
import org.breakwater.engine.text.PhrasePattern.Gap;
import org.breakwater.engine.text.PhrasePattern.Matched;

/**
 * The sequences of all phrases, merged where they begin alike. States are numbered from the root,
 * 0; an edge is a symbol, that is a set of words, or a gap.
 */
final class PhraseTrie {
  private static final int ROOT = 0;
  private static final int NO_STATE = -1;
  private static final int GAP = 0;

  private final Vocabulary vocabulary;
  private final State[] states;
  private final int[] numberSymbols;
  private final int[] afterNumber;

  /** The states that a word of each class leads to from the root. */
  private final int[][] afterFirst;

  private PhraseTrie(Builder builder) {
    vocabulary = builder.vocabulary.build();
    numberSymbols = ints(builder.numbers);
    states = builder.states.stream().map(Builder.Open::closed).toArray(State[]::new);
    afterNumber = after(ROOT, numberSymbols);
    afterFirst = new int[vocabulary.classes()][];
    for (int wordClass = 0; wordClass < afterFirst.length; wordClass++) {
      afterFirst[wordClass] = after(ROOT, vocabulary.symbols(wordClass));
    }
  }

  /** One state: its edges by ascending symbol, its gap, and the phrases complete in it. */
  private static final class State {
    private final int[] symbols;
    private final int[] targets;
    private final int gap;
    private final int[] phrases;

    State(NavigableMap<Integer, Integer> edges, List<Integer> phrases) {
      gap = edges.getOrDefault(GAP, NO_STATE);
      symbols = edges.keySet().stream().mapToInt(Integer::intValue).filter(s -> s != GAP).toArray();
      targets = Arrays.stream(symbols).map(edges::get).toArray();
      this.phrases = ints(phrases);
    }
  }

  /** The class of a word, for {@link #follow}; {@link Vocabulary#UNKNOWN} leads nowhere. */
  int classOf(String word) {
    return vocabulary.classOf(word);
  }

  /** The states that a first word of that class leads to. */
  int[] begin(int wordClass) {
    return afterFirst[wordClass];
  }

  /** The states that a first number leads to. */
  int[] beginWithNumber() {
    return afterNumber;
  }

  /** The symbols that words of a class admit, ascending. */
  int[] symbols(int wordClass) {
    return vocabulary.symbols(wordClass);
  }

  /** The symbols every number admits. */
  int[] numberSymbols() {
    return numberSymbols;
  }

  /** Number of edges of a state. */
  int edges(int state) {
    return states[state].symbols.length;
  }

  /** The state an edge leads to if one of the ascending symbols is its own; -1 when none is. */
  int follow(int state, int edge, int[] admitted) {
    State from = states[state];
    return contains(admitted, from.symbols[edge]) ? from.targets[edge] : NO_STATE;
  }

  /** The state that a symbol leads to; -1 when none. */
  int follow(int state, int symbol) {
    State from = states[state];
    int edge = Arrays.binarySearch(from.symbols, symbol);
    return edge < 0 ? NO_STATE : from.targets[edge];
  }

  /** The state after a gap; -1 when no gap is allowed here. */
  int gap(int state) {
    return states[state].gap;
  }

  /** The phrases that are complete in a state, ascending. */
  int[] phrases(int state) {
    return states[state].phrases;
  }

  private static boolean contains(int[] ascending, int symbol) {
    if (ascending.length > 8) return Arrays.binarySearch(ascending, symbol) >= 0;
    for (int one : ascending) {
      if (one == symbol) return true;
    }
    return false;
  }

  private int[] after(int state, int[] admitted) {
    return Arrays.stream(admitted)
        .map(symbol -> follow(state, symbol))
        .filter(target -> target != NO_STATE)
        .toArray();
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** Collects sequences. */
  static final class Builder {
    private final Vocabulary.Builder vocabulary = new Vocabulary.Builder();
    private final Map<SortedSet<Atom>, Integer> symbols = new HashMap<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Open> states = new ArrayList<>(List.of(new Open()));

    /** A state while sequences are still added. */
    private static final class Open {
      private final TreeMap<Integer, Integer> edges = new TreeMap<>();
      private final List<Integer> phrases = new ArrayList<>();

      State closed() {
        return new State(edges, phrases);
      }
    }

    void add(List<Element> sequence, int phrase) {
      int state = ROOT;
      for (Element element : sequence) {
        int symbol =
            switch (element) {
              case Gap _ -> GAP;
              case Matched(var anyOf) -> symbol(anyOf);
            };
        state = states.get(state).edges.computeIfAbsent(symbol, _ -> fresh());
      }
      List<Integer> complete = states.get(state).phrases;
      if (!complete.contains(phrase)) complete.add(phrase);
    }

    private int fresh() {
      states.add(new Open());
      return states.size() - 1;
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
