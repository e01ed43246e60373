package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex.Hit;

/**
 * Finds other people's words: between quotation marks, on lines opened by {@code >}, after "said:".
 */
final class Quotations {
  /** A quotation of fewer tokens is a name or a word held at arm's length, not speech. */
  private static final int TOKENS_MIN = 2;

  private static final String OPENING = "\"“„«‹‘'";

  private Quotations() {}

  static List<Scope> find(FoldedText text, Hits hits) {
    var scopes = new ArrayList<Scope>();
    betweenMarks(text, scopes);
    onQuotedLines(text, scopes);
    afterSaidVerbs(text, hits, scopes);
    return scopes;
  }

  private static void betweenMarks(FoldedText text, List<Scope> scopes) {
    String original = text.original();
    for (int at = 0; at < original.length(); at++) {
      char mark = original.charAt(at);
      // Letters and blanks, nearly all there is, are told at a glance.
      if (mark == ' ' || (mark >= 'a' && mark <= 'z')) continue;
      if (OPENING.indexOf(mark) < 0 || !opens(original, at)) continue;
      int close = closing(original, at, mark);
      if (close < 0) continue;
      addTokens(text, at + 1, close, scopes);
      at = close;
    }
  }

  /** A mark opens where a word follows it and none precedes it: not the apostrophe of "don't". */
  private static boolean opens(String text, int at) {
    boolean afterWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    return !afterWord && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
  }

  private static int closing(String text, int open, char mark) {
    String closers =
        switch (mark) {
          case '“', '„' -> "”“\"";
          case '«' -> "»";
          case '‹' -> "›";
          case '‘' -> "’'";
          default -> String.valueOf(mark) + (mark == '"' ? "”" : "’");
        };
    for (int at = open + 1; at < text.length(); at++) {
      if (closers.indexOf(text.charAt(at)) >= 0 && closes(text, at)) return at;
    }
    return -1;
  }

  private static boolean closes(String text, int at) {
    boolean beforeWord = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    return !beforeWord && !Character.isWhitespace(text.charAt(at - 1));
  }

  private static void addTokens(FoldedText text, int from, int to, List<Scope> scopes) {
    int first = -1;
    int last = -1;
    for (int token = 0; token < text.size() && text.start(token) < to; token++) {
      if (text.start(token) < from) continue;
      if (first < 0) first = token;
      last = token;
    }
    if (first >= 0 && last - first + 1 >= TOKENS_MIN) {
      scopes.add(new Scope(FrameKind.QUOTATION, first, last, first, last, false));
    }
  }

  private static void onQuotedLines(FoldedText text, List<Scope> scopes) {
    var sentences = new Sentences(text);
    for (int token = 0; token < text.size(); token++) {
      if (token > 0 && text.before(token) != Break.LINE) continue;
      int lineStart = text.original().lastIndexOf('\n', Math.max(text.start(token) - 1, 0)) + 1;
      String lead = text.original().substring(lineStart, text.start(token)).strip();
      if (lead.equals(">") || lead.equals("»")) {
        int last = sentences.end(token);
        while (last + 1 < text.size() && text.before(last + 1) != Break.LINE) last++;
        scopes.add(new Scope(FrameKind.QUOTATION, token, last, token, last, false));
      }
    }
  }

  private static void afterSaidVerbs(FoldedText text, Hits hits, List<Scope> scopes) {
    var sentences = new Sentences(text);
    for (Hit hit : hits.of("frame.quotation")) {
      int cueEnd = hit.last();
      int clauseEnd = Math.min(sentences.clauseEnd(cueEnd), cueEnd + 3);
      for (int token = cueEnd; token <= clauseEnd; token++) {
        if (token + 1 < text.size() && sentences.isFollowedBy(token, ':')) {
          int last = sentences.end(token + 1);
          scopes.add(new Scope(FrameKind.QUOTATION, hit.first(), cueEnd, token + 1, last, false));
          break;
        }
      }
    }
  }
}
