package org.breakwater.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private static final String README =
      """
      # A title

      ```console
      $ git clone somewhere
      $ ./bw decide a.jsonl
      p1 …
      …
      2 decided
      $ ./bw decide bad.jsonl   # exit 1
      $ ./bw verify --quick
      ```

      ```yaml
      $ ./bw no
      ```
      """;

  @Test
  void commands_areReadWithExitAndOutput() {
    assertThat(Console.steps(README))
        .containsExactly(
            new Console.Step("./bw decide a.jsonl", 0, List.of("p1 …", "2 decided")),
            new Console.Step("./bw decide bad.jsonl", 1, List.of()));
  }

  @Test
  void shownLine_mustOccurInOrder() {
    var step = Console.steps(README).getFirst();
    assertThat(step.missingFrom("noise\n p1 remove (0.9)\n2 decided\n")).isEmpty();
    assertThat(step.missingFrom("2 decided\np1 remove")).containsExactly("2 decided");
    assertThat(step.missingFrom("12 decided")).containsExactly("p1 …", "2 decided");
  }
}
