package org.breakwater.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.breakwater.engine.text.PhrasePattern.Element;

/**
 * Sequences of elements, merged where they begin alike. States are numbered from the root, 0; an
 * edge is a symbol, that is a set of words or a choice, or a gap.
 */
final class PhraseTrie {
  private static final int ROOT = 0;
  private static final int NO_STATE = -1;

  private final State[] states;
  private final int[] afterNumber;

  /** The states that a word of each class leads to from the root. */
  private final int[][] afterFirst;

  private PhraseTrie(List<Builder.Open> open, Vocabulary vocabulary) {
    states = open.stream().map(Builder.Open::closed).toArray(State[]::new);
    afterNumber = after(vocabulary.numberSymbols());
    afterFirst = new int[vocabulary.classes()][];
    for (int wordClass = 0; wordClass < afterFirst.length; wordClass++) {
      afterFirst[wordClass] = after(vocabulary.symbols(wordClass));
    }
  }

  /** One state: its edges by ascending symbol, its gap, and the phrases complete in it. */
  private static final class State {
    private final int[] symbols;
    private final int[] targets;
    private final int gap;
    private final int[] phrases;

    State(NavigableMap<Integer, Integer> edges, List<Integer> phrases) {
      gap = edges.getOrDefault(PhraseSymbols.GAP, NO_STATE);
      symbols =
          edges.tailMap(PhraseSymbols.GAP, false).keySet().stream().mapToInt(s -> s).toArray();
      targets = Arrays.stream(symbols).map(edges::get).toArray();
      this.phrases = phrases.stream().mapToInt(Integer::intValue).distinct().sorted().toArray();
    }
  }

  /** The states that a first word of that class leads to. */
  int[] begin(int wordClass) {
    return afterFirst[wordClass];
  }

  /** The states that a first number leads to. */
  int[] beginWithNumber() {
    return afterNumber;
  }

  /** The state that a first element leads to; -1 when none. */
  int beginWith(int symbol) {
    return follow(ROOT, symbol);
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

  private int[] after(int[] admitted) {
    return Arrays.stream(admitted)
        .map(this::beginWith)
        .filter(target -> target != NO_STATE)
        .toArray();
  }

  /** Collects sequences. */
  static final class Builder {
    private final PhraseSymbols symbols;
    private final List<Open> states = new ArrayList<>(List.of(new Open()));

    Builder(PhraseSymbols symbols) {
      this.symbols = symbols;
    }

    /** A state while sequences are still added. */
    private static final class Open {
      private final TreeMap<Integer, Integer> edges = new TreeMap<>();
      private final List<Integer> phrases = new ArrayList<>(0);

      State closed() {
        return new State(edges, phrases);
      }
    }

    void add(List<Element> sequence, int phrase) {
      int state = ROOT;
      for (Element element : sequence) {
        int symbol = symbols.symbol(element);
        state = states.get(state).edges.computeIfAbsent(symbol, _ -> fresh());
      }
      states.get(state).phrases.add(phrase);
    }

    private int fresh() {
      states.add(new Open());
      return states.size() - 1;
    }

    /** The trie, for texts looked up in that vocabulary. */
    PhraseTrie build(Vocabulary vocabulary) {
      return new PhraseTrie(states, vocabulary);
    }
  }
}
