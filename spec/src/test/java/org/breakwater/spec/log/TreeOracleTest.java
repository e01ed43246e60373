package org.breakwater.spec.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.breakwater.store.merkle.Hash;
import org.breakwater.store.merkle.Proof;
import org.breakwater.store.merkle.Tree;
import org.junit.jupiter.api.Test;

/** The store's trees against {@link SlowTree}. */
class TreeOracleTest {
  private static final int SIZE_MAX = 40;
  private static final List<byte[]> ENTRIES =
      IntStream.range(0, SIZE_MAX).mapToObj(i -> ("entry " + i).getBytes(UTF_8)).toList();

  private static List<byte[]> slow(int size) {
    return ENTRIES.subList(0, size).stream().map(SlowTree::leaf).toList();
  }

  private static Tree fast(int size) {
    return Tree.of(ENTRIES.subList(0, size).stream().map(Hash::ofLeaf).toList());
  }

  private static List<byte[]> bytes(List<Hash> hashes) {
    return hashes.stream().map(Hash::bytes).toList();
  }

  @Test
  void roots_areThoseOfTheRfc() {
    for (int size = 0; size <= SIZE_MAX; size++) {
      assertThat(fast(size).root().bytes())
          .as("size %d", size)
          .isEqualTo(SlowTree.root(slow(size)));
    }
  }

  @Test
  void paths_areThoseOfTheRfc_andLeadToTheRoot() {
    for (int size = 1; size <= SIZE_MAX; size++) {
      for (int i = 0; i < size; i++) {
        var path = bytes(fast(size).inclusion(i));
        assertThat(path.toArray()).isEqualTo(SlowTree.path(i, slow(size)).toArray());
        assertThat(SlowTree.climb(SlowTree.leaf(ENTRIES.get(i)), i, size, path))
            .isEqualTo(fast(size).root().bytes());
      }
    }
  }

  @Test
  void everyFlippedBitOfAPath_isFound() {
    int size = 13;
    for (int i = 0; i < size; i++) {
      var leaf = Hash.ofLeaf(ENTRIES.get(i));
      var path = fast(size).inclusion(i);
      for (int step = 0; step < path.size(); step++) {
        for (int bit = 0; bit < Hash.BYTES * 8; bit++) {
          var changed = path.get(step).bytes();
          changed[bit / 8] ^= (byte) (1 << bit % 8);
          var broken = new ArrayList<>(path);
          broken.set(step, Hash.of(changed));
          assertThat(Proof.includes(leaf, i, size, broken, fast(size).root())).isFalse();
          assertThat(SlowTree.climb(leaf.bytes(), i, size, bytes(broken)))
              .isNotEqualTo(fast(size).root().bytes());
        }
      }
    }
  }
}
