package org.breakwater.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private static final int[] NONE = {};

  private final Vocabulary vocabulary;

  /** For each state the symbols of its edges, ascending. */
  private final int[][] symbols;

  /** For each state where each of its edges leads. */
  private final int[][] targets;

  /** For each state the one after a gap; -1 where none is allowed. */
  private final int[] gaps;

  /** For each state the phrases that are complete in it, ascending. */
  private final int[][] phrases;

  /** For each symbol, the state it leads to from the root; -1 where none. */
  private final int[] begins;

  /** For each class, pairs of a state its words lead to from the root and what that requires. */
  private final int[][] beginsByClass;

  /** Of states with many edges, by state and class, the place of what the class leads to. */
  private final LongTable wide;

  private final int[][] wideTargets;

  private PhraseTrie(Builder builder, Vocabulary vocabulary, int[][] classesBySymbol) {
    this.vocabulary = vocabulary;
    int states = builder.states.size();
    symbols = new int[states][];
    targets = new int[states][];
    gaps = new int[states];
    phrases = new int[states][];
    for (int state = 0; state < states; state++) {
      Builder.Open open = builder.states.get(state);
      symbols[state] = ints(open.edges.tailMap(PhraseSymbols.GAP, false).keySet());
      targets[state] = Arrays.stream(symbols[state]).map(open.edges::get).toArray();
      gaps[state] = open.edges.getOrDefault(PhraseSymbols.GAP, NO_STATE);
      phrases[state] = ints(new TreeSet<>(open.phrases));
    }
    begins = new int[builder.symbols.size()];
    Arrays.setAll(begins, symbol -> symbol == PhraseSymbols.GAP ? NO_STATE : follow(ROOT, symbol));
    beginsByClass = new int[vocabulary.classes()][];
    Arrays.setAll(beginsByClass, wordClass -> begins(vocabulary.symbols(wordClass)));
    var reached = new HashMap<Long, List<Integer>>();
    for (int state = ROOT + 1; state < states; state++) {
      if (isWide(state)) reach(state, classesBySymbol, reached);
    }
    var places = new HashMap<Long, Integer>();
    wideTargets = new int[reached.size()][];
    reached.forEach(
        (key, led) -> {
          wideTargets[places.size()] = ints(led);
          places.put(key, places.size());
        });
    wide = LongTable.of(places);
  }

  private static int[] ints(Collection<Integer> numbers) {
    return numbers.isEmpty() ? NONE : numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private void reach(int state, int[][] classesBySymbol, Map<Long, List<Integer>> reached) {
    for (int edge = 0; edge < symbols[state].length; edge++) {
      for (int wordClass : classesBySymbol[symbols[state][edge]]) {
        long key = key(state, wordClass);
        reached.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(targets[state][edge]);
      }
    }
  }

  private static long key(int state, int wordClass) {
    return (long) state << 32 | wordClass;
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
    return symbols[state].length;
  }

  /** Whether so many edges leave that {@link #reached} is the way to follow them. */
  boolean isWide(int state) {
    return symbols[state].length > FEW;
  }

  /** The states that words of a class lead to from a wide state. */
  int[] reached(int state, int wordClass) {
    int place = wide.find(key(state, wordClass));
    return place < 0 ? NONE : wideTargets[place];
  }

  /** The state an edge leads to if words of that class admit it; -1 if they do not. */
  int follow(int state, int edge, int wordClass) {
    return vocabulary.admits(wordClass, symbols[state][edge]) ? targets[state][edge] : NO_STATE;
  }

  /** The state that a symbol leads to; -1 when none. */
  int follow(int state, int symbol) {
    int[] from = symbols[state];
    // Nearly all states have one edge.
    if (from.length == 1) return from[0] == symbol ? targets[state][0] : NO_STATE;
    int edge = Arrays.binarySearch(from, symbol);
    return edge < 0 ? NO_STATE : targets[state][edge];
  }

  /**
   * Whether a phrase can go on from a state in a text; told cheaply, so yes where many edges leave.
   */
  boolean goesOn(int state, SymbolText text) {
    int[] from = symbols[state];
    if (from.length > FEW) return true;
    for (int symbol : from) {
      if (text.isPresent(symbol)) return true;
    }
    return gaps[state] >= 0 && goesOn(gaps[state], text);
  }

  /** The state after a gap; -1 when no gap is allowed here. */
  int gap(int state) {
    return gaps[state];
  }

  /** The phrases that are complete in a state, ascending. */
  int[] phrases(int state) {
    return phrases[state];
  }

  private int[] begins(int[] admitted) {
    return Arrays.stream(admitted)
        .map(symbol -> begins[symbol])
        .filter(target -> target != NO_STATE)
        .flatMap(target -> IntStream.of(target, required(target)))
        .toArray();
  }

  private int required(int state) {
    int ways = symbols[state].length + (gaps[state] < 0 ? 0 : 1);
    if (phrases[state].length > 0 || ways > 1) return NOTHING;
    return gaps[state] < 0 ? symbols[state][0] : required(gaps[state]);
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

    /**
     * The trie, for texts looked up in that vocabulary.
     *
     * @param classesBySymbol for each symbol the classes whose words admit it
     */
    PhraseTrie build(Vocabulary vocabulary, int[][] classesBySymbol) {
      return new PhraseTrie(this, vocabulary, classesBySymbol);
    }
  }
}
