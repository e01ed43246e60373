package org.breakwater.engine.text;

import com.ibm.icu.text.Normalizer2;

/**
 * Spells a run of units as one folded word: letters in one script, stretched repeats squeezed,
 * separators left out. Its results stand until the next call of {@link #write}.
 */
final class WordWriter {
  private static final Normalizer2 COMPOSE = Normalizer2.getNFCInstance();
  private static final char ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final char FIRST_JOINING_SCRIPT = 0x0590;

  private final Units units;
  private final StringBuilder letters = new StringBuilder();
  private String word = "";
  private String doubled = "";
  private boolean altered;
  private int scripts;
  private int marks;

  WordWriter(Units units) {
    this.units = units;
  }

  /** Writes a run whose digits, if any, are digits. */
  void write(int from, int to) {
    write(from, to, Leet.NONE);
  }

  /** Writes a run whose digits and signs stand for letters. */
  void write(int from, int to, Leet leet) {
    letters.setLength(0);
    scripts = 0;
    marks = 0;
    altered = false;
    for (int unit = from; unit < to; unit++) append(unit, leet);
    if (Integer.bitCount(scripts) > 1) unify(from, to, leet);
    altered |= (marks & FoldTable.FANCY) != 0 || hides(from, to);
    squeeze();
    if ((marks & FoldTable.COMPOSE) != 0) {
      word = COMPOSE.normalize(word);
      doubled = COMPOSE.normalize(doubled);
    }
  }

  String word() {
    return word;
  }

  /** The word with stretched repeats as double letters; empty when there are none. */
  String doubled() {
    return doubled;
  }

  /** Whether a disguise was undone. */
  boolean altered() {
    return altered;
  }

  private void append(int unit, Leet leet) {
    int entry = units.entry(unit);
    switch (FoldTable.kind(entry)) {
      case LETTER, REGIONAL -> {
        appendFolded(unit, entry);
        marks |= entry;
        int script = FoldTable.script(entry);
        if (script != 0) scripts |= 1 << script;
      }
      case DIGIT -> {
        if (leet == Leet.NONE) appendFolded(unit, entry);
        else letters.append(leet.letter(FoldTable.folded(entry)));
      }
      case SIGN, SENTENCE -> {
        if (leet != Leet.NONE) letters.append(leet.letter((char) units.codePoint(unit)));
      }
      case DROPPED, EMOJI, ARROW, APOSTROPHE, HYPHEN, SPACE, LINE, STOP, CLAUSE, OTHER -> {}
    }
  }

  private void appendFolded(int unit, int entry) {
    if ((entry & FoldTable.LONG) == 0) letters.append(FoldTable.folded(entry));
    else letters.append(FoldTable.expansion(units.codePoint(unit)));
  }

  /** Writes the run again with look-alike letters of other scripts in the script of most. */
  private void unify(int from, int to, Leet leet) {
    int script = mostFrequentScript(from, to);
    letters.setLength(0);
    for (int unit = from; unit < to; unit++) {
      int own = FoldTable.script(units.entry(unit));
      char twin = own == 0 || own == script ? 0 : Confusables.twin(units.codePoint(unit), script);
      if (twin == 0) {
        append(unit, leet);
      } else {
        letters.append(twin);
        altered = true;
      }
    }
  }

  /** On a tie the one that comes first of Latin, Greek, Cyrillic. */
  private int mostFrequentScript(int from, int to) {
    var counts = new int[FoldTable.IMITATING + 1];
    for (int unit = from; unit < to; unit++) {
      if (units.kind(unit) == CharKind.LETTER) counts[FoldTable.script(units.entry(unit))]++;
    }
    int most = FoldTable.LATIN;
    for (int script = FoldTable.GREEK; script <= FoldTable.IMITATING; script++) {
      if (counts[script] > counts[most]) most = script;
    }
    return most;
  }

  /** Whether something invisible stands inside a word of a script that needs no joiners. */
  private boolean hides(int from, int to) {
    for (int unit = from; unit < to - 1; unit++) {
      if (units.hidesAfter(unit) && hidesBetween(unit)) return true;
    }
    return false;
  }

  private boolean hidesBetween(int unit) {
    String original = units.original();
    for (int at = units.start(unit) + 1; at < units.start(unit + 1); at++) {
      char hidden = original.charAt(at);
      if (Character.isLowSurrogate(hidden)) continue;
      boolean attached = (FoldTable.entry(original.codePointAt(at)) & FoldTable.ATTACHED) != 0;
      boolean spelling =
          hidden >= ZERO_WIDTH_NON_JOINER - 1
              && hidden <= ZERO_WIDTH_NON_JOINER + 1
              && original.charAt(units.start(unit)) >= FIRST_JOINING_SCRIPT;
      boolean elongation = hidden == 0x0640;
      if (!attached && !spelling && !elongation) return true;
    }
    return false;
  }

  /** Runs of three or more equal letters become one; a word of one repeated letter keeps three. */
  private void squeeze() {
    doubled = "";
    int longest = longestRun();
    if (longest < 3) {
      word = letters.toString();
    } else if (longest == letters.length()) {
      word = letters.substring(0, 3);
    } else {
      word = squeezed(1);
      doubled = squeezed(2);
      altered = true;
    }
  }

  private int longestRun() {
    int longest = 0;
    int run = 0;
    for (int at = 0; at < letters.length(); at++) {
      run = at > 0 && letters.charAt(at) == letters.charAt(at - 1) ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private String squeezed(int kept) {
    var squeezed = new StringBuilder(letters.length());
    int at = 0;
    while (at < letters.length()) {
      char letter = letters.charAt(at);
      int end = at + 1;
      while (end < letters.length() && letters.charAt(end) == letter) end++;
      int length = end - at >= 3 ? kept : end - at;
      squeezed.repeat(letter, length);
      at = end;
    }
    return squeezed.toString();
  }
}
