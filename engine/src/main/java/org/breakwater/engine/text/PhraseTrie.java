package org.breakwater.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.breakwater.engine.text.PhrasePattern.Element;

/**
 * Sequences of elements, merged where they begin alike. States are numbered from the root, 0; an
 * edge is a symbol, that is a set of words or a choice, or a gap.
 */
final class PhraseTrie {
  private static final int ROOT = 0;
  private static final int NO_STATE = -1;
  private static final int FEW = 4;
  private static final int NOTHING = 0;

  private final State[] states;
  private final Vocabulary vocabulary;

  /** For each symbol, the state it leads to from the root; -1 where none. */
  private final int[] begins;

  /** For each class, pairs of a state its words lead to from the root and what that requires. */
  private final int[][] beginsByClass;

  private PhraseTrie(Builder builder, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    states = builder.states.stream().map(Builder.Open::closed).toArray(State[]::new);
    begins = new int[builder.symbols.size()];
    Arrays.setAll(begins, symbol -> symbol == PhraseSymbols.GAP ? NO_STATE : follow(ROOT, symbol));
    beginsByClass = new int[vocabulary.classes()][];
    Arrays.setAll(beginsByClass, wordClass -> begins(vocabulary.symbols(wordClass)));
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

  /**
   * The states that a first word of that class leads to, each with the one symbol without which
   * nothing is found from there; 0 when there is no such symbol.
   */
  int[] begin(int wordClass) {
    return beginsByClass[wordClass];
  }

  /** The state that a first element leads to; -1 when none. */
  int beginWith(int symbol) {
    return begins[symbol];
  }

  /** Number of edges of a state. */
  int edges(int state) {
    return states[state].symbols.length;
  }

  /** The state an edge leads to if words of that class admit it; -1 if they do not. */
  int follow(int state, int edge, int wordClass) {
    State from = states[state];
    return vocabulary.admits(wordClass, from.symbols[edge]) ? from.targets[edge] : NO_STATE;
  }

  /** The state that a symbol leads to; -1 when none. */
  int follow(int state, int symbol) {
    State from = states[state];
    // Nearly all states have one edge.
    if (from.symbols.length == 1) return from.symbols[0] == symbol ? from.targets[0] : NO_STATE;
    int edge = Arrays.binarySearch(from.symbols, symbol);
    return edge < 0 ? NO_STATE : from.targets[edge];
  }

  /**
   * Whether a phrase can go on from a state in a text; told cheaply, so yes where many edges leave.
   */
  boolean goesOn(int state, SymbolText text) {
    State from = states[state];
    if (from.symbols.length > FEW) return true;
    for (int symbol : from.symbols) {
      if (text.isPresent(symbol)) return true;
    }
    return from.gap >= 0 && goesOn(from.gap, text);
  }

  /** The state after a gap; -1 when no gap is allowed here. */
  int gap(int state) {
    return states[state].gap;
  }

  /** The phrases that are complete in a state, ascending. */
  int[] phrases(int state) {
    return states[state].phrases;
  }

  private int[] begins(int[] admitted) {
    return Arrays.stream(admitted)
        .map(symbol -> begins[symbol])
        .filter(target -> target != NO_STATE)
        .flatMap(target -> IntStream.of(target, required(target)))
        .toArray();
  }

  private int required(int state) {
    State from = states[state];
    int ways = from.symbols.length + (from.gap < 0 ? 0 : 1);
    if (from.phrases.length > 0 || ways > 1) return NOTHING;
    return from.gap < 0 ? from.symbols[0] : required(from.gap);
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

    /** Adds a sequence that begins at the common root. */
    void add(List<Element> sequence, int phrase) {
      add(ROOT, sequence, phrase);
    }

    /** A root of its own, that only {@link #add(int, List, int)} leads from. */
    int root() {
      return fresh();
    }

    void add(int root, List<Element> sequence, int phrase) {
      int state = root;
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
      return new PhraseTrie(this, vocabulary);
    }
  }
}
