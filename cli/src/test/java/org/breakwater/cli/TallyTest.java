package org.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void strangersWords_areCountedInBoundedSpace() {
    var tally = new Tally();
    List<String> members = IntStream.range(0, 10_000).mapToObj(i -> "m" + i).toList();
    tally.ignored(members);
    assertThat(tally.ignoredMembers()).hasSize(Tally.WORDS_MAX + 1);
    assertThat(tally.ignoredMembers()).containsEntry(Tally.ALL_OTHERS, 9_500L);
  }

  @Test
  void sum_ofTallies_countsBoth() {
    var one = new Tally();
    one.ignored(List.of("a", "b"));
    one.refuse();
    var other = new Tally();
    other.ignored(List.of("b"));
    other.refuse();
    one.add(other);
    assertThat(one.ignoredMembers()).containsEntry("a", 1L).containsEntry("b", 2L);
    assertThat(one.refused()).isEqualTo(2);
  }
}
