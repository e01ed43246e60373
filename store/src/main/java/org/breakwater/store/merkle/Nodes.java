package org.breakwater.store.merkle;

/** Where the hashes of a tree's complete subtrees are read. */
@FunctionalInterface
public interface Nodes {
  /**
   * The root over the 2^{@code level} leaves from {@code index}·2^{@code level} on; level 0 is the
   * leaves. Asked only for subtrees that are complete.
   */
  Hash node(int level, long index);
}
