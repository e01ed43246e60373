package org.breakwater.engine.signal;

import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex.Hit;

/**
 * A frame in one text, by token; all ends included.
 *
 * @param hearsay what kin or friends told, which may be a cry for help and not news
 */
record Scope(FrameKind kind, int cueFirst, int cueLast, int first, int last, boolean hearsay) {

  boolean covers(int from, int to) {
    return from <= last && first <= to;
  }

  boolean covers(Hit hit) {
    return covers(hit.first(), hit.last());
  }

  Scope endingBefore(int token) {
    return new Scope(kind, cueFirst, cueLast, first, Math.min(last, token - 1), hearsay);
  }

  Frame in(FoldedText text) {
    return new Frame(kind, text.span(cueFirst, cueLast), text.span(first, last));
  }
}
