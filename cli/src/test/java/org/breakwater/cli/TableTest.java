package org.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columns_areAligned_andNumbersStandToTheRight() {
    var table = new Table("name", "n", "what").row("a", "1,000", "x").row("longer", "7", "yy");
    assertThat(table.print(80))
        .isEqualTo(
            """
            name        n  what
            a       1,000  x
            longer      7  yy
            """);
  }

  @Test
  void lastColumn_isCutToTheTerminal() {
    var table = new Table("a", "text").row("x", "abcdefghij klmnopqrst");
    assertThat(table.print(20)).isEqualTo("a  text\nx  abcdefghij klmno…\n");
  }
}
