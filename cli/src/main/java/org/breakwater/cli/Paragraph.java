package org.breakwater.cli;

import java.util.ArrayList;
import java.util.List;

/** Our own sentences, wrapped to the terminal. */
final class Paragraph {
  private static final String HANGING = "  ";

  private Paragraph() {}

  /** Lines of at most that many columns; those after the first are set in. */
  static List<String> wrapped(String text, int columns) {
    int leading = text.length() - text.stripLeading().length();
    String hanging = " ".repeat(leading) + HANGING;
    var lines = new ArrayList<String>();
    var line = new StringBuilder(" ".repeat(leading));
    for (String word : text.strip().split(" +", -1)) {
      boolean begins = line.toString().isBlank();
      if (!begins && Screen.columns(line.toString()) + 1 + Screen.columns(word) > columns) {
        lines.add(line.toString());
        line = new StringBuilder(hanging);
        begins = true;
      }
      line.append(begins ? "" : " ").append(Screen.line(word));
    }
    lines.add(line.toString());
    return lines;
  }
}
