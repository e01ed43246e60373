package org.breakwater.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.breakwater.engine.text.Span;

/** A text printed with {@code ^^^^} under some of its words, wrapped to the terminal. */
final class Underline {
  private static final String BOLD = "\u001b[1;33m";
  private static final String PLAIN = "\u001b[0m";

  private final String text;
  private final BitSet marked;
  private final boolean colours;

  /**
   * @param spans ranges of {@code text}; parts outside it are ignored
   */
  Underline(String text, List<Span> spans, boolean colours) {
    this.text = text;
    this.colours = colours;
    this.marked = new BitSet(text.length());
    for (Span span : spans) {
      marked.set(Math.min(span.start(), text.length()), Math.min(span.end(), text.length()));
    }
  }

  /** Lines of the text, each followed by its underline where it has one. */
  List<String> lines(int columns) {
    var lines = new ArrayList<String>();
    int start = 0;
    while (start < text.length()) {
      int end = endOfRow(start, columns);
      row(start, end, lines);
      start = startAfter(end);
    }
    return lines;
  }

  /** Where the next row starts: after one line end, or after the blanks a row was broken at. */
  private int startAfter(int end) {
    int at = end;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\r')) at++;
    return at < text.length() && text.charAt(at) == '\n' ? at + 1 : at;
  }

  private int endOfRow(int start, int columns) {
    int used = 0;
    int lastBlank = -1;
    for (int at = start; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      if (codePoint == '\n') return at;
      if (codePoint == ' ') lastBlank = at;
      used += Screen.columns(Screen.shown(codePoint));
      if (used > columns) return lastBlank > start ? lastBlank : Math.max(at, start + 1);
      at += Character.charCount(codePoint);
    }
    return text.length();
  }

  private void row(int start, int end, List<String> lines) {
    var shown = new StringBuilder();
    var carets = new StringBuilder();
    boolean lit = false;
    for (int at = start; at < end; ) {
      int codePoint = text.codePointAt(at);
      boolean mark = marked.get(at);
      if (colours && mark != lit) shown.append(mark ? BOLD : PLAIN);
      lit = mark;
      int safe = Screen.shown(codePoint);
      shown.appendCodePoint(safe);
      carets.repeat(mark ? '^' : ' ', Screen.columns(safe));
      at += Character.charCount(codePoint);
    }
    if (colours && lit) shown.append(PLAIN);
    lines.add(shown.toString().stripTrailing());
    if (!carets.toString().isBlank()) lines.add(carets.toString().stripTrailing());
  }
}
