package org.breakwater.engine.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words and prefixes that phrases are made of. A word is looked up once and gives every symbol
 * it belongs to: itself, the prefixes it begins with, the sets that hold either.
 */
final class Vocabulary {
  private static final int[] NONE = {};

  private final LongTable edges;
  private final int[][] atEnd;
  private final int[][] onTheWay;

  private Vocabulary(LongTable edges, int[][] atEnd, int[][] onTheWay) {
    this.edges = edges;
    this.atEnd = atEnd;
    this.onTheWay = onTheWay;
  }

  /** The symbols of a folded word, ascending; empty when no phrase knows it. */
  int[] symbols(String word) {
    int node = 0;
    for (int at = 0; at < word.length(); at++) {
      int next = edges.find(key(node, word.charAt(at)));
      if (next < 0) return onTheWay[node];
      node = next;
    }
    return atEnd[node];
  }

  private static long key(int node, char letter) {
    return (long) node << 16 | letter;
  }

  /** Collects words and prefixes with their symbols. */
  static final class Builder {
    private final Map<Long, Integer> edges = new HashMap<>();
    private final Map<Integer, TreeSet<Integer>> words = new HashMap<>();
    private final Map<Integer, TreeSet<Integer>> prefixes = new HashMap<>();
    private int nodes = 1;

    void word(String word, int symbol) {
      words.computeIfAbsent(node(word), _ -> new TreeSet<>()).add(symbol);
    }

    void prefix(String prefix, int symbol) {
      prefixes.computeIfAbsent(node(prefix), _ -> new TreeSet<>()).add(symbol);
    }

    private int node(String word) {
      int node = 0;
      for (int at = 0; at < word.length(); at++) {
        node = edges.computeIfAbsent(key(node, word.charAt(at)), _ -> nodes++);
      }
      return node;
    }

    Vocabulary build() {
      var nothing = new TreeSet<Integer>();
      var onTheWay = new int[nodes][];
      var atEnd = new int[nodes][];
      int[] parents = new int[nodes];
      edges.forEach((edge, node) -> parents[node] = (int) (edge >>> 16));
      for (int node = 0; node < nodes; node++) {
        // A node is made after its parent, so the parent's symbols are known.
        int[] inherited = node == 0 ? NONE : onTheWay[parents[node]];
        onTheWay[node] = union(inherited, prefixes.getOrDefault(node, nothing));
        atEnd[node] = union(onTheWay[node], words.getOrDefault(node, nothing));
      }
      return new Vocabulary(LongTable.of(edges), atEnd, onTheWay);
    }

    private static int[] union(int[] sorted, Set<Integer> more) {
      if (more.isEmpty()) return sorted;
      var all = new TreeSet<>(more);
      for (int symbol : sorted) all.add(symbol);
      return all.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
