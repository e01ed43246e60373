package org.breakwater.store.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: all that is needed to append to it and to know its root.
 *
 * @param size leaves so far
 * @param peaks roots of the complete subtrees from left to right, one for each bit of the size
 */
public record Frontier(long size, List<Hash> peaks) {
  public static final Frontier EMPTY = new Frontier(0, List.of());

  public Frontier {
    peaks = List.copyOf(peaks);
    if (peaks.size() != Long.bitCount(size))
      throw new IllegalArgumentException("%d peaks for size %d".formatted(peaks.size(), size));
  }

  /** The frontier of a stored tree. */
  public static Frontier of(Tree tree) {
    List<Hash> peaks = new ArrayList<>();
    long from = 0;
    for (int level = 62; level >= 0; level--) {
      if ((tree.size() >> level & 1) == 0) continue;
      peaks.add(tree.nodes().node(level, from >> level));
      from += 1L << level;
    }
    return new Frontier(tree.size(), peaks);
  }

  /** A node that is complete and will never change. */
  public record Node(int level, long index, Hash hash) {}

  /**
   * The frontier after one more leaf.
   *
   * @param completed takes the leaf and each node it completes, from the leaf upward
   */
  public Frontier with(Hash leaf, List<Node> completed) {
    List<Hash> next = new ArrayList<>(peaks);
    Hash hash = leaf;
    completed.add(new Node(0, size, hash));
    for (int level = 0; (size >> level & 1) == 1; level++) {
      hash = Hash.ofNode(next.removeLast(), hash);
      completed.add(new Node(level + 1, size >> (level + 1), hash));
    }
    next.add(hash);
    return new Frontier(size + 1, next);
  }

  public Hash root() {
    if (peaks.isEmpty()) return Hash.OF_NOTHING;
    Hash root = peaks.getLast();
    for (Hash peak : peaks.reversed().subList(1, peaks.size())) root = Hash.ofNode(peak, root);
    return root;
  }
}
