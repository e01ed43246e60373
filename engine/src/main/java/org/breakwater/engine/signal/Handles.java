package org.breakwater.engine.signal;

import java.util.Locale;
import java.util.Set;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;

/**
 * Finds user names given as a way to the author: {@code @name} next to a word that says where or
 * what for, and {@code snap: name}. A mention of somebody in a conversation is none.
 */
final class Handles {
  private static final int SLOT = SignalCatalog.STANDARD.slot("contact.handle");
  private static final int LENGTH_MIN = 3;
  private static final int LENGTH_MAX = 32;

  /** What data sets write in place of a name. */
  private static final Set<String> PLACEHOLDERS =
      Set.of("user", "usuario", "username", "mention", "name", "url");

  private Handles() {}

  static void detectAt(FoldedText text, Sightings sightings) {
    String original = text.original();
    for (int at = original.indexOf('@'); at >= 0; at = original.indexOf('@', at + 1)) {
      int end = endOfName(original, at + 1);
      if (!isName(original, at, end)) continue;
      int first = Offsets.tokenAt(text, at);
      int last = Offsets.tokenBefore(text, end);
      if (first <= last && isOffered(text, first, last)) sightings.saw(SLOT, first, last);
    }
  }

  private static boolean isName(String original, int at, int end) {
    if (at > 0 && isNamePart(original.charAt(at - 1))) return false;
    if (end - at - 1 < LENGTH_MIN) return false;
    String name = original.substring(at + 1, end).toLowerCase(Locale.ROOT);
    return !PLACEHOLDERS.contains(name) && hasLetter(name);
  }

  private static boolean hasLetter(String name) {
    for (int at = 0; at < name.length(); at++) {
      if (Character.isLetter(name.charAt(at))) return true;
    }
    return false;
  }

  private static boolean isOffered(FoldedText text, int first, int last) {
    return ContactWords.namesNetwork(text, first, last)
        || ContactWords.asksToAdd(text, first)
        || ContactWords.pointsAt(text, first, last)
        || (first > 0 && isOwner(text.word(first - 1)));
  }

  /** A network's name as a label, with a name behind it: {@code ig maria_99}, {@code snap: ana}. */
  static void detectLabelled(FoldedText text, Sightings sightings) {
    String original = text.original();
    for (int token = 0; token < text.size(); token++) {
      if (text.word(token).length() > 9 || !ContactWords.isNetwork(text.word(token))) continue;
      int at = skipBlanks(original, text.end(token));
      boolean labelled = at < original.length() && ":=-".indexOf(original.charAt(at)) >= 0;
      int start = labelled ? skipBlanks(original, at + 1) : at;
      int end = endOfName(original, start);
      if (end - start < LENGTH_MIN || end - start > LENGTH_MAX) continue;
      int last = Offsets.tokenBefore(text, end);
      boolean distinct = isDistinct(original.substring(start, end));
      if (distinct || (labelled && isAtEnd(text, last))) sightings.saw(SLOT, token, last);
    }
  }

  /** Whether a word can only be a user name: letters with a figure, an underscore or a dot. */
  private static boolean isDistinct(String name) {
    if (!Character.isLetter(name.charAt(0))) return false;
    long figures = name.chars().filter(Character::isDigit).count();
    boolean joined = name.indexOf('_') > 0 || name.indexOf('.') > 0;
    return joined || (figures > 0 && name.length() - figures >= 3);
  }

  private static boolean isAtEnd(FoldedText text, int last) {
    return last + 1 >= text.size() || text.before(last + 1) != Break.NONE;
  }

  private static boolean isOwner(String word) {
    return word.equals("my") || word.equals("mi");
  }

  private static int skipBlanks(String original, int from) {
    int at = from;
    while (at < original.length() && original.charAt(at) == ' ') at++;
    return at;
  }

  private static int endOfName(String original, int from) {
    int at = from;
    while (at < original.length() && isNamePart(original.charAt(at))) at++;
    while (at > from && original.charAt(at - 1) == '.') at--;
    return at;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || c == '.' || (c < 0x80 && Character.isLetterOrDigit(c));
  }
}
