package org.breakwater.store.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeTest {
  private static final int SIZE_MAX = 70;
  private static final List<Hash> LEAVES =
      IntStream.range(0, SIZE_MAX)
          .mapToObj(i -> Hash.ofLeaf(("leaf " + i).getBytes(UTF_8)))
          .toList();

  private static Tree tree(int size) {
    return Tree.of(LEAVES.subList(0, size));
  }

  @Test
  void everyLeaf_isIncluded_inEverySize() {
    for (int size = 1; size <= SIZE_MAX; size++) {
      for (int i = 0; i < size; i++) {
        var path = tree(size).inclusion(i);
        assertThat(Proof.includes(LEAVES.get(i), i, size, path, tree(size).root()))
            .as("leaf %d of %d", i, size)
            .isTrue();
      }
    }
  }

  @Test
  void leafAtAnotherPlace_isNotIncluded() {
    for (int size = 2; size <= SIZE_MAX; size++) {
      var path = tree(size).inclusion(0);
      assertThat(Proof.includes(LEAVES.getFirst(), 1, size, path, tree(size).root())).isFalse();
      assertThat(Proof.includes(LEAVES.get(1), 0, size, path, tree(size).root())).isFalse();
    }
  }

  @Test
  void everyTree_continuesEveryOlderOne() {
    for (int size = 0; size <= SIZE_MAX; size++) {
      for (int older = 0; older <= size; older++) {
        var proof = tree(size).consistency(older);
        assertThat(Proof.continues(older, tree(older).root(), size, tree(size).root(), proof))
            .as("%d within %d", older, size)
            .isTrue();
      }
    }
  }

  @Test
  void rewrittenTree_doesNotContinueTheOlderOne() {
    var rewritten = new ArrayList<>(LEAVES);
    rewritten.set(3, Hash.ofLeaf("another".getBytes(UTF_8)));
    for (int size = 8; size <= SIZE_MAX; size++) {
      var newer = Tree.of(rewritten.subList(0, size));
      for (int older = 4; older < size; older++) {
        var proof = newer.consistency(older);
        assertThat(Proof.continues(older, tree(older).root(), size, newer.root(), proof)).isFalse();
      }
    }
  }

  @Test
  void frontier_completesExactlyTheNodesOfTheTree() {
    Map<String, Hash> stored = new HashMap<>();
    Frontier frontier = Frontier.EMPTY;
    for (int size = 1; size <= SIZE_MAX; size++) {
      var completed = new ArrayList<Frontier.Node>();
      frontier = frontier.with(LEAVES.get(size - 1), completed);
      completed.forEach(node -> stored.put(node.level() + "/" + node.index(), node.hash()));
      assertThat(frontier.root()).isEqualTo(tree(size).root());
      var fromStore = new Tree((level, index) -> node(stored, level, index), size);
      assertThat(fromStore.root()).isEqualTo(frontier.root());
      assertThat(Frontier.of(fromStore)).isEqualTo(frontier);
      assertThat(fromStore.inclusion(size / 2)).isEqualTo(tree(size).inclusion(size / 2));
    }
  }

  private static Hash node(Map<String, Hash> stored, int level, long index) {
    Hash hash = stored.get(level + "/" + index);
    if (hash == null) throw new AssertionError("asked for %d/%d".formatted(level, index));
    return hash;
  }
}
