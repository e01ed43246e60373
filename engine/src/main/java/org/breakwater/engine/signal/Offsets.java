package org.breakwater.engine.signal;

import org.breakwater.engine.text.FoldedText;

/** Finds the tokens that cover a range of the original text. */
final class Offsets {
  private Offsets() {}

  /** The first token that ends after the offset; the number of tokens when there is none. */
  static int tokenAt(FoldedText text, int offset) {
    int low = 0;
    int high = text.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (text.end(middle) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The last token that starts before the offset; -1 when there is none. */
  static int tokenBefore(FoldedText text, int offset) {
    int low = 0;
    int high = text.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (text.start(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Notes a signal seen in a range of the original; nothing when no token lies in it. */
  static void saw(Sightings sightings, int slot, FoldedText text, int start, int end) {
    int first = tokenAt(text, start);
    int last = tokenBefore(text, end);
    if (first <= last) sightings.saw(slot, first, last);
  }
}
