package org.breakwater.engine.text;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;

/**
 * Spells a run of units as one folded word: letters in one script, stretched repeats squeezed,
 * separators left out. Its results stand until the next call of {@link #write}.
 */
final class WordWriter {
  private static final Normalizer2 COMPOSE = Normalizer2.getNFCInstance();
  private static final int ORDINARY_LETTERS_MAX = 32;
  private static final char ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final char FIRST_JOINING_SCRIPT = 0x0590;

  private final Units units;
  private final char[] buffer = new char[ORDINARY_LETTERS_MAX];
  private final StringBuilder letters = new StringBuilder();
  private String word = "";
  private final List<String> others = new ArrayList<>();
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
    others.clear();
    for (int unit = from; unit < to; unit++) append(unit, leet);
    altered = (marks & FoldTable.FANCY) != 0 || hides(from, to);
    boolean mixed = Integer.bitCount(scripts) > 1;
    int most = mixed ? mostFrequentScript(from, to) : FoldTable.UNCONFUSED;
    if (mixed) unify(from, to, leet, most);
    word = finished();
    if (most > FoldTable.LATIN && unify(from, to, leet, FoldTable.LATIN)) others.add(finished());
  }

  /** Composes and squeezes what was written. */
  private String finished() {
    if ((marks & FoldTable.COMPOSE) != 0) {
      String composed = COMPOSE.normalize(letters);
      letters.setLength(0);
      letters.append(composed);
    }
    return squeezed();
  }

  /**
   * Spells a run of ordinary letters at once; empty when it is not ordinary after all: stretched,
   * of several scripts, or very long.
   */
  String ordinary(int from, int to) {
    if (to - from > buffer.length) return "";
    int scriptsSeen = 0;
    int before = 0;
    int run = 0;
    for (int unit = from; unit < to; unit++) {
      int entry = units.entry(unit);
      char letter = FoldTable.folded(entry);
      run = letter == before ? run + 1 : 1;
      if (run == 3) return "";
      scriptsSeen |= 1 << FoldTable.script(entry);
      before = letter;
      buffer[unit - from] = letter;
    }
    boolean oneScript = (scriptsSeen & (scriptsSeen - 1)) == 0;
    return oneScript ? new String(buffer, 0, to - from) : "";
  }

  /** The digits of these units, without what stands between them. */
  String digits(int from, int to) {
    letters.setLength(0);
    for (int unit = from; unit < to; unit++) appendFolded(unit, units.entry(unit));
    return letters.toString();
  }

  /** Whether two or more digits wear fancy dress; a single one numbers a list. */
  boolean disguisesDigits(int from, int to) {
    int fancy = 0;
    for (int unit = from; unit < to; unit++) {
      boolean keycap =
          units.hidesAfter(unit)
              && units.original().indexOf('\u20E3', units.start(unit), units.start(unit + 1)) >= 0;
      if (keycap || units.has(unit, FoldTable.FANCY)) fancy++;
    }
    return fancy > 1;
  }

  String word() {
    return word;
  }

  /** Other readings of the same letters, best first. */
  List<String> others() {
    return others;
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

  /**
   * Writes the run again with look-alike letters of other scripts in this one.
   *
   * @return whether all letters are now of that script
   */
  private boolean unify(int from, int to, Leet leet, int script) {
    boolean all = true;
    letters.setLength(0);
    for (int unit = from; unit < to; unit++) {
      int own = FoldTable.script(units.entry(unit));
      boolean foreign = own != FoldTable.UNCONFUSED && own != script;
      char twin = foreign ? Confusables.twin(units.codePoint(unit), script) : 0;
      if (twin == 0) {
        append(unit, leet);
        all &= !foreign;
      } else {
        letters.append(twin);
        altered = true;
      }
    }
    return all;
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
  private String squeezed() {
    int longest = longestRun();
    if (longest < 3) return letters.toString();
    if (longest == letters.length()) return letters.substring(0, 3);
    altered = true;
    others.add(squeezed(2));
    return squeezed(1);
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
