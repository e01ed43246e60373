package org.breakwater.store.merkle;

import java.util.ArrayList;
import java.util.List;

/** An RFC 6962 tree over the first {@code size} leaves of what {@code nodes} knows. */
public record Tree(Nodes nodes, long size) {

  public Tree {
    if (size < 0) throw new IllegalArgumentException("size < 0: " + size);
  }

  /** A tree in memory. */
  public static Tree of(List<Hash> leaves) {
    List<Hash> copy = List.copyOf(leaves);
    return new Tree(
        (level, index) -> over(copy, index << level, (index + 1) << level), copy.size());
  }

  private static Hash over(List<Hash> leaves, long from, long to) {
    if (to - from == 1) return leaves.get((int) from);
    long middle = from + (to - from) / 2;
    return Hash.ofNode(over(leaves, from, middle), over(leaves, middle, to));
  }

  public Hash root() {
    return size == 0 ? Hash.OF_NOTHING : root(0, size);
  }

  /**
   * The audit path of a leaf, from the leaf's sibling upward (RFC 6962, 2.1.1).
   *
   * @param leaf counted from 0, below {@link #size}
   */
  public List<Hash> inclusion(long leaf) {
    if (leaf < 0 || leaf >= size)
      throw new IllegalArgumentException("no leaf %d in a tree of %d".formatted(leaf, size));
    List<Hash> path = new ArrayList<>();
    inclusion(leaf, 0, size, path);
    return List.copyOf(path);
  }

  /**
   * Proof that this tree begins with the tree of {@code older} leaves (RFC 6962, 2.1.2); empty when
   * that has no leaves or is this tree.
   */
  public List<Hash> consistency(long older) {
    if (older < 0 || older > size)
      throw new IllegalArgumentException("no tree of %d within %d".formatted(older, size));
    List<Hash> proof = new ArrayList<>();
    if (older > 0) consistency(older, 0, size, true, proof);
    return List.copyOf(proof);
  }

  private void inclusion(long leaf, long from, long to, List<Hash> path) {
    if (to - from == 1) return;
    long middle = middle(from, to);
    boolean isLeft = leaf < middle;
    inclusion(leaf, isLeft ? from : middle, isLeft ? middle : to, path);
    path.add(isLeft ? root(middle, to) : root(from, middle));
  }

  /** SUBPROOF of RFC 6962: {@code whole} while the older tree begins where this part begins. */
  private void consistency(long older, long from, long to, boolean whole, List<Hash> proof) {
    if (older == to) {
      if (!whole) proof.add(root(from, to));
      return;
    }
    long middle = middle(from, to);
    if (older <= middle) {
      consistency(older, from, middle, whole, proof);
      proof.add(root(middle, to));
    } else {
      consistency(older, middle, to, false, proof);
      proof.add(root(from, middle));
    }
  }

  private Hash root(long from, long to) {
    long width = to - from;
    if (Long.bitCount(width) == 1) {
      int level = Long.numberOfTrailingZeros(width);
      return nodes.node(level, from >> level);
    }
    long middle = middle(from, to);
    return Hash.ofNode(root(from, middle), root(middle, to));
  }

  /** The left part has the largest power of two of leaves that leaves some for the right one. */
  private static long middle(long from, long to) {
    return from + Long.highestOneBit(to - from - 1);
  }
}
