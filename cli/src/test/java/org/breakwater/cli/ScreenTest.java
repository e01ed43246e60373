package org.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScreenTest {
  @Test
  void escapeSequence_neverReachesTheTerminal() {
    assertThat(Screen.line("a\u001b[31mred\u0007")).isEqualTo("a\ufffd[31mred\ufffd");
  }

  @Test
  void changeOfDirection_isMadeVisible_butJoinersOfEmojiStay() {
    assertThat(Screen.line("a\u202eb\u2066c")).isEqualTo("a\ufffdb\ufffdc");
    assertThat(Screen.line("👩\u200d👧")).isEqualTo("👩\u200d👧");
  }

  @Test
  void lineEndsAndTabs_becomeBlanks() {
    assertThat(Screen.line("a\nb\tc\u2028d")).isEqualTo("a b c d");
  }

  @Test
  void columns_countWideSignsTwice_andMarksNot() {
    assertThat(Screen.columns("e\u0301x")).isEqualTo(2);
    assertThat(Screen.columns("日本")).isEqualTo(4);
  }

  @Test
  void cut_neverExceedsItsColumns_andSaysThatItCut() {
    assertThat(Screen.cut("日本語", 5)).isEqualTo("日本…");
    assertThat(Screen.cut("日本語", 6)).isEqualTo("日本語");
  }

  @Test
  void halfOfASurrogatePair_isReplaced() {
    assertThat(Screen.line("a\ud83d")).isEqualTo("a\ufffd");
  }
}
