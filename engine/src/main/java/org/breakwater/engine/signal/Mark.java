package org.breakwater.engine.signal;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.breakwater.engine.text.FoldedText;

/** Marks of writing, which folding leaves out and which tell something of how a thing is said. */
enum Mark {
  QUESTION,
  EXCLAMATION,
  COLON,
  ELLIPSIS,
  QUOTE,
  LINE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The marks of all the author's own texts. */
  static Set<Mark> in(Reading reading) {
    var marks = EnumSet.noneOf(Mark.class);
    for (FoldedText text : reading.own()) look(text.original(), marks);
    return marks;
  }

  private static void look(String text, Set<Mark> marks) {
    for (int at = 0; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '?', '？', '؟' -> marks.add(QUESTION);
        case '!', '！' -> marks.add(EXCLAMATION);
        case ':', '：' -> marks.add(COLON);
        case '…' -> marks.add(ELLIPSIS);
        case '.' -> {
          if (text.startsWith("...", at)) marks.add(ELLIPSIS);
        }
        case '"', '“', '”', '«', '»' -> marks.add(QUOTE);
        case '\n' -> marks.add(LINE);
        default -> {}
      }
    }
  }
}
