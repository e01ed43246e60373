package org.breakwater.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tokens of one text while it is being read; its arrays are longer than {@code size}. */
final class TokenRow {
  String[] words = new String[24];
  TokenKind[] kinds = new TokenKind[24];
  int[] starts = new int[24];
  int[] ends = new int[24];
  Break[] breaks = new Break[24];
  boolean[] altered = new boolean[24];
  final List<List<Reading>> readings = new ArrayList<>();
  int size;
  private Break pending = Break.LINE;
  private boolean abbreviated;

  /** Notes what stands before the next token; the strongest of several counts. */
  void separate(Break by) {
    if (by.compareTo(pending) > 0) pending = by;
  }

  Break pending() {
    return pending;
  }

  void add(TokenKind kind, String word, int start, int end) {
    if (size == words.length) grow();
    words[size] = word;
    kinds[size] = kind;
    starts[size] = start;
    ends[size] = end;
    breaks[size++] = pending;
    pending = Break.NONE;
  }

  /** Whether the last word was written with inner stops, so that one more may be one of them. */
  boolean isAbbreviated() {
    return abbreviated;
  }

  void abbreviated(boolean lastWord) {
    abbreviated = lastWord;
  }

  /** The last token undid a disguise. */
  void alter() {
    altered[size - 1] = true;
  }

  /** The last token reaches further. */
  void extend(int end) {
    ends[size - 1] = end;
  }

  boolean endsWith(TokenKind kind) {
    return size > 0 && kinds[size - 1] == kind;
  }

  /** The token may be read in another way, together with all tokens added after it so far. */
  void read(int token, String word) {
    while (readings.size() <= token) readings.add(List.of());
    var more = new ArrayList<>(readings.get(token));
    more.add(new Reading(word, size - token));
    readings.set(token, List.copyOf(more));
  }

  FoldedText text(String field, String original) {
    return new FoldedText(this, field, original);
  }

  private void grow() {
    int length = size * 2;
    words = Arrays.copyOf(words, length);
    kinds = Arrays.copyOf(kinds, length);
    starts = Arrays.copyOf(starts, length);
    ends = Arrays.copyOf(ends, length);
    breaks = Arrays.copyOf(breaks, length);
    altered = Arrays.copyOf(altered, length);
  }
}
