package org.breakwater.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words and prefixes that phrases are made of. A word is looked up once, and one that no phrase
 * names letter by letter; it gives the class of all words that admit the same symbols: itself, the
 * prefixes it begins with, the sets that hold either.
 */
final class Vocabulary {
  /** The class of words that no phrase knows. */
  static final int UNKNOWN = 0;

  private static final int FEW = 8;

  private final WordTable words;

  /** The letters of prefixes, and for each node the class of what begins so. */
  private final LongTable edges;

  private final int[] begun;
  private final int[][] symbols;

  /** For each class with many symbols, one bit for each that it admits. */
  private final long[][] bits;

  private Vocabulary(Builder builder, Set<Integer> numbers) {
    edges = LongTable.of(builder.edges);
    begun = new int[builder.parents.size()];
    var classes = new HashMap<Set<Integer>, Integer>();
    classes.put(Set.of(), UNKNOWN);
    var admitted = new ArrayList<Set<Integer>>();
    for (int node = 0; node < begun.length; node++) {
      // A node is made after its parent, so what the parent admits is known.
      Set<Integer> above = node == 0 ? Set.of() : admitted.get(builder.parents.get(node));
      admitted.add(union(above, builder.prefixes.get(node)));
      begun[node] = classOf(classes, admitted.get(node));
    }
    var named = new HashMap<String, Integer>();
    builder.words.forEach(
        (word, own) -> named.put(word, classOf(classes, union(admitted.get(node(word)), own))));
    words = WordTable.of(named);
    symbols = new int[classes.size() + 1][];
    classes.forEach((set, number) -> symbols[number] = sorted(set));
    symbols[numberClass()] = sorted(numbers);
    bits = Arrays.stream(symbols).map(Vocabulary::bits).toArray(long[][]::new);
  }

  /** The class of a folded word. */
  int classOf(String word) {
    int known = words.find(word);
    return known < 0 ? begun[node(word)] : known;
  }

  /** The node of the longest beginning that some prefix begins with too. */
  private int node(String word) {
    int node = 0;
    for (int at = 0; at < word.length(); at++) {
      int next = edges.find(key(node, word.charAt(at)));
      if (next < 0) return node;
      node = next;
    }
    return node;
  }

  /** The symbols that words of a class admit, ascending. */
  int[] symbols(int wordClass) {
    return symbols[wordClass];
  }

  /** The class of all numbers, whatever word they are too. */
  int numberClass() {
    return symbols.length - 1;
  }

  boolean admits(int wordClass, int symbol) {
    if (bits[wordClass].length > 0) {
      int word = symbol >> 6;
      return word < bits[wordClass].length && (bits[wordClass][word] & 1L << symbol) != 0;
    }
    for (int one : symbols[wordClass]) {
      if (one == symbol) return true;
    }
    return false;
  }

  int classes() {
    return symbols.length;
  }

  /**
   * For each symbol the classes whose words admit it, ascending.
   *
   * @param size one more than the highest symbol
   */
  int[][] classesBySymbol(int size) {
    var sizes = new int[size];
    for (int[] admitted : symbols) for (int symbol : admitted) sizes[symbol]++;
    var classes = new int[size][];
    Arrays.setAll(classes, symbol -> new int[sizes[symbol]]);
    for (int wordClass = symbols.length - 1; wordClass >= 0; wordClass--) {
      for (int symbol : symbols[wordClass]) classes[symbol][--sizes[symbol]] = wordClass;
    }
    return classes;
  }

  private static long[] bits(int[] symbols) {
    if (symbols.length <= FEW) return new long[0];
    var set = new BitSet();
    for (int symbol : symbols) set.set(symbol);
    return set.toLongArray();
  }

  private static int classOf(Map<Set<Integer>, Integer> classes, Set<Integer> symbols) {
    Integer known = classes.get(symbols);
    if (known != null) return known;
    int fresh = classes.size();
    classes.put(symbols, fresh);
    return fresh;
  }

  private static Set<Integer> union(Set<Integer> some, Set<Integer> more) {
    if (more.isEmpty()) return some;
    var all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }

  private static int[] sorted(Set<Integer> set) {
    return set.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static long key(int node, char letter) {
    return (long) node << 16 | letter;
  }

  /** Collects words and prefixes with their symbols. */
  static final class Builder {
    private final Map<String, Set<Integer>> words = new HashMap<>();
    private final Map<Long, Integer> edges = new HashMap<>();
    private final List<Integer> parents = new ArrayList<>(List.of(0));
    private final List<Set<Integer>> prefixes = new ArrayList<>(List.of(new TreeSet<>()));

    void word(String word, int symbol) {
      words.computeIfAbsent(word, _ -> new TreeSet<>()).add(symbol);
    }

    void prefix(String prefix, int symbol) {
      int node = 0;
      for (int at = 0; at < prefix.length(); at++) {
        int parent = node;
        node = edges.computeIfAbsent(key(node, prefix.charAt(at)), _ -> child(parent));
      }
      prefixes.get(node).add(symbol);
    }

    private int child(int parent) {
      parents.add(parent);
      prefixes.add(new TreeSet<>());
      return parents.size() - 1;
    }

    /**
     * @param numbers the symbols that admit every number
     */
    Vocabulary build(Set<Integer> numbers) {
      return new Vocabulary(this, numbers);
    }
  }
}
