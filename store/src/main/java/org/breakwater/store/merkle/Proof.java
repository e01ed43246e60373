package org.breakwater.store.merkle;

import java.util.ArrayList;
import java.util.List;

/** Checks proofs as RFC 9162, 2.1.3.2 and 2.1.4.2 say, which is how RFC 6962's are checked. */
public final class Proof {
  private Proof() {}

  /**
   * Whether {@code path} leads from a leaf to the root.
   *
   * @param index of the leaf, counted from 0
   * @param size leaves of the tree
   */
  public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
    if (index < 0 || index >= size) return false;
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash step : path) {
      if (last == 0) return false;
      if ((node & 1) == 1 || node == last) {
        hash = Hash.ofNode(step, hash);
        int up = Long.numberOfTrailingZeros(node);
        node >>= up;
        last >>= up;
      } else {
        hash = Hash.ofNode(hash, step);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /**
   * Whether a tree begins with an older one.
   *
   * @param older leaves of the older tree
   * @param size leaves of the tree
   */
  public static boolean continues(
      long older, Hash olderRoot, long size, Hash root, List<Hash> proof) {
    if (older < 0 || older > size) return false;
    if (older == size) return proof.isEmpty() && olderRoot.equals(root);
    if (older == 0) return proof.isEmpty() && olderRoot.equals(Hash.OF_NOTHING);
    List<Hash> steps = new ArrayList<>(proof);
    // A complete older tree is itself the first step, and is not sent.
    if (Long.bitCount(older) == 1) steps.addFirst(olderRoot);
    return !steps.isEmpty() && climbs(older - 1, size - 1, steps, olderRoot, root);
  }

  /** Rebuilds both roots side by side. */
  private static boolean climbs(
      long olderLast, long newerLast, List<Hash> steps, Hash olderRoot, Hash root) {
    int up = Long.numberOfTrailingZeros(~olderLast);
    long node = olderLast >> up;
    long last = newerLast >> up;
    Hash older = steps.getFirst();
    Hash newer = older;
    for (Hash step : steps.subList(1, steps.size())) {
      if (last == 0) return false;
      if ((node & 1) == 1 || node == last) {
        older = Hash.ofNode(step, older);
        newer = Hash.ofNode(step, newer);
        int skip = Long.numberOfTrailingZeros(node);
        node >>= skip;
        last >>= skip;
      } else {
        newer = Hash.ofNode(newer, step);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && older.equals(olderRoot) && newer.equals(root);
  }
}
