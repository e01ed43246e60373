package org.breakwater.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.breakwater.engine.policy.PolicyVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyClausesTest {
  private static final Path PACK = Path.of("..", "packs", "human-exploitation");

  @Test
  void packOfManyClauses_loads_andNoTwoConditionsAreTheSame(@TempDir Path folder)
      throws IOException {
    PolicyVersion many = PackFiles.version(ManyClauses.write(PACK, 100, folder.resolve("pack")));
    assertThat(many.clauses()).hasSize(100);
    assertThat(many.clauses().stream().map(clause -> clause.when()).distinct()).hasSize(100);
  }

  @Test
  void fewerThanThePackHas_areRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> ManyClauses.write(PACK, 3, folder.resolve("pack")))
        .hasMessage("--clauses: is 3, and the pack has 28; name more");
  }
}
