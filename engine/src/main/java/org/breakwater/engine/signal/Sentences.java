package org.breakwater.engine.signal;

import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;

/** Where the sentences and clauses of a text begin and end, by token. */
final class Sentences {
  private final FoldedText text;

  Sentences(FoldedText text) {
    this.text = text;
  }

  /** First token of the sentence in which the token stands. */
  int start(int token) {
    int at = token;
    while (at > 0 && text.before(at).compareTo(Break.SENTENCE) < 0) at--;
    return at;
  }

  /** Last token of the sentence in which the token stands. */
  int end(int token) {
    int at = token;
    while (at + 1 < text.size() && text.before(at + 1).compareTo(Break.SENTENCE) < 0) at++;
    return at;
  }

  /** First token of the clause in which the token stands. */
  int clauseStart(int token) {
    int at = token;
    while (at > 0 && text.before(at) == Break.NONE) at--;
    return at;
  }

  /** Last token of the clause in which the token stands. */
  int clauseEnd(int token) {
    int at = token;
    while (at + 1 < text.size() && text.before(at + 1) == Break.NONE) at++;
    return at;
  }

  /** Whether the original has that character between this token and the next, or after the last. */
  boolean isFollowedBy(int token, char mark) {
    int to = token + 1 < text.size() ? text.start(token + 1) : text.original().length();
    for (int at = text.end(token); at < to; at++) {
      if (text.original().charAt(at) == mark) return true;
    }
    return false;
  }
}
