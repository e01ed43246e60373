package org.breakwater.spec.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Section 2.1 of RFC 6962, written down as it stands there. */
final class SlowTree {
  private SlowTree() {}

  /** MTH(D[n]) for entries whose leaf hashes are given. */
  static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) return sha256();
    if (leaves.size() == 1) return leaves.getFirst();
    int k = largestPowerBelow(leaves.size());
    return node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  /** PATH(m, D[n]). */
  static List<byte[]> path(int m, List<byte[]> leaves) {
    if (leaves.size() == 1) return List.of();
    int k = largestPowerBelow(leaves.size());
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    var path = new ArrayList<byte[]>(m < k ? path(m, left) : path(m - k, right));
    path.add(root(m < k ? right : left));
    return path;
  }

  /** The root to which a path leads; the number of leaves says on which side each sibling is. */
  static byte[] climb(byte[] leaf, long m, long n, List<byte[]> path) {
    if (n == 1) {
      if (!path.isEmpty()) throw new IllegalArgumentException("the path is too long");
      return leaf;
    }
    if (path.isEmpty()) throw new IllegalArgumentException("the path is too short");
    long k = Long.highestOneBit(n - 1);
    List<byte[]> below = path.subList(0, path.size() - 1);
    byte[] sibling = path.getLast();
    return m < k
        ? node(climb(leaf, m, k, below), sibling)
        : node(sibling, climb(leaf, m - k, n - k, below));
  }

  static byte[] leaf(byte[] entry) {
    return sha256(new byte[] {0}, entry);
  }

  static byte[] node(byte[] left, byte[] right) {
    return sha256(new byte[] {1}, left, right);
  }

  static byte[] sha256(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) digest.update(part);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static int largestPowerBelow(int n) {
    int k = 1;
    while (k * 2 < n) k *= 2;
    return k;
  }
}
