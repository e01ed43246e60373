package org.breakwater.engine.signal;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.List;

/**
 * Settles the language an event is judged in: the stated one, unless the script of the text
 * contradicts it; else the one with most lexicon weight; else {@code und}.
 */
final class Language {
  static final String UNDETERMINED = "und";

  /** Letters looked at; enough to tell a script. */
  private static final int LETTERS_MAX = 64;

  private Language() {}

  /** The stated language, where the script of the text does not contradict it; else empty. */
  static String stated(String tag, String text) {
    String primary = primarySubtag(tag);
    boolean isStated = !primary.isEmpty() && !primary.equals(UNDETERMINED);
    return isStated && !contradicts(text, primary) ? primary : "";
  }

  /**
   * The language with most weight; {@code und} when none has any.
   *
   * @param languages of the lexicon, sorted, so that equal weights fall the same way
   * @param weights tokens covered by hits and words that are known, by language
   */
  static String heaviest(List<String> languages, int[] weights) {
    String best = UNDETERMINED;
    int most = 0;
    for (int language = 0; language < weights.length; language++) {
      if (weights[language] > most && !languages.get(language).equals(UNDETERMINED)) {
        most = weights[language];
        best = languages.get(language);
      }
    }
    return best;
  }

  static String primarySubtag(String tag) {
    int dash = tag.indexOf('-');
    return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(java.util.Locale.ROOT);
  }

  private static boolean contradicts(String text, String language) {
    int script = scriptOf(text);
    // Latin letters write every language somewhere: Arabizi, pinyin, Hinglish.
    if (script == UScript.UNKNOWN || script == UScript.LATIN) return false;
    for (int expected : UScript.getCode(new ULocale(language))) {
      if (expected == script) return false;
    }
    return true;
  }

  /** The script of most letters among the first ones; unknown when there are no letters. */
  private static int scriptOf(String text) {
    int plain = 0;
    int at = 0;
    for (; at < text.length() && text.charAt(at) < 0x80; at++) {
      if (Character.isLetter(text.charAt(at))) plain++;
      // Nearly every text in Latin letters ends here.
      if (2 * plain > LETTERS_MAX) return UScript.LATIN;
    }
    var counts = new int[UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT) + 1];
    counts[UScript.LATIN] = plain;
    int letters = plain;
    while (at < text.length() && letters < LETTERS_MAX) {
      int codePoint = text.codePointAt(at);
      at += Character.charCount(codePoint);
      if (!Character.isLetter(codePoint)) continue;
      letters++;
      counts[UScript.getScript(codePoint)]++;
    }
    if (letters == 0) return UScript.UNKNOWN;
    int most = 0;
    for (int script = 1; script < counts.length; script++) {
      if (counts[script] > counts[most]) most = script;
    }
    return most;
  }
}
