package org.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breakwater.engine.text.Span;
import org.junit.jupiter.api.Test;

class UnderlineTest {
  @Test
  void evidence_isUnderlined_whereItStands() {
    assertThat(lines("we cross daily", 80, new Span("text", 3, 8)))
        .containsExactly("we cross daily", "   ^^^^^");
  }

  @Test
  void wideSigns_areUnderlinedInFull() {
    assertThat(lines("日本 x", 80, new Span("text", 0, 2))).containsExactly("日本 x", "^^^^");
  }

  @Test
  void longText_isWrappedAtBlanks_withTheUnderlineUnderEachRow() {
    assertThat(lines("aaaa bbbb cccc", 9, new Span("text", 5, 14)))
        .containsExactly("aaaa bbbb", "     ^^^^", "cccc", "^^^^");
  }

  @Test
  void linesOfThePost_areKept() {
    assertThat(lines("a\r\n\n b", 9)).containsExactly("a", "", " b");
  }

  @Test
  void wordWiderThanTheTerminal_isBroken() {
    assertThat(lines("abcdefgh", 5)).containsExactly("abcde", "fgh");
  }

  @Test
  void colours_areOpenedAndClosed() {
    var underline = new Underline("ab", List.of(new Span("text", 1, 2)), true);
    assertThat(underline.lines(9)).containsExactly("a\u001b[1;33mb\u001b[0m", " ^");
  }

  private static List<String> lines(String text, int columns, Span... spans) {
    return new Underline(text, List.of(spans), false).lines(columns);
  }
}
