package org.breakwater.engine.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;

/**
 * What one code point folds to: NFKC_Casefold, then without the accents of Latin, Greek and
 * Cyrillic, the optional vowel points of Arabic and Hebrew, and everything invisible. Marks that
 * spell, such as Indic vowels, stay.
 */
final class CharFolding {
  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final char FRACTION_SLASH = '⁄';
  private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ ʏᴢ";

  /** Pairs: a letter whose stroke is no separate accent in Unicode, and what stands for it. */
  private static final String STROKED = "ıiłløođdħhŧtɑaɡgȷjðdςσ";

  private CharFolding() {}

  /** The letters or digits a code point folds to; empty when it is neither. */
  static String folded(int codePoint) {
    int digit = digitValue(codePoint);
    if (digit >= 0) return Integer.toString(digit);
    int disguised = disguisedLetter(codePoint);
    if (disguised >= 0) return Character.toString('a' + disguised);
    return withoutAccents(decomposed(codePoint));
  }

  /** NFKC_Casefold, decomposed again but for Korean, where a syllable is one letter. */
  static String decomposed(int codePoint) {
    boolean syllable = codePoint >= 0xAC00 && codePoint <= 0xD7A3;
    String decomposition = syllable ? null : CASEFOLD.getDecomposition(codePoint);
    return decomposition == null ? Character.toString(codePoint) : decomposition;
  }

  /** Whether the code point writes a fraction, such as ½, which is no row of digits. */
  static boolean isFraction(int codePoint) {
    return decomposed(codePoint).indexOf(FRACTION_SLASH) >= 0;
  }

  /** The whole number a digit of any script or a numbered sign stands for; -1 when it is none. */
  static int digitValue(int codePoint) {
    int digit = UCharacter.digit(codePoint, 10);
    if (digit >= 0) return digit;
    boolean dingbat = codePoint >= 0x2776 && codePoint <= 0x2793;
    boolean circled = codePoint >= 0x2460 && codePoint <= 0x249B;
    boolean darkCircled = codePoint >= 0x24EA && codePoint <= 0x24FF;
    if (codePoint == 0x1F51F) return 10;
    if (!dingbat && !circled && !darkCircled) return -1;
    return (int) UCharacter.getUnicodeNumericValue(codePoint);
  }

  /**
   * Place in the alphabet of a small capital, or of a white letter on a dark disc or square; -1
   * when it is none.
   */
  static int disguisedLetter(int codePoint) {
    if (codePoint >= 0x1F150 && codePoint <= 0x1F169) return codePoint - 0x1F150;
    if (codePoint >= 0x1F170 && codePoint <= 0x1F189) return codePoint - 0x1F170;
    return codePoint == ' ' ? -1 : SMALL_CAPITALS.indexOf(codePoint);
  }

  /** Whether a code point vanishes: invisible, an accent, a skin tone, or Arabic elongation. */
  static boolean isDropped(int codePoint) {
    if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
      return true;
    if (isSkinTone(codePoint) || codePoint == 0x0640) return true;
    int type = UCharacter.getType(codePoint);
    if (type == UCharacterCategory.FORMAT) return true;
    if (type == UCharacterCategory.CONTROL) return !UCharacter.isUWhiteSpace(codePoint);
    boolean overlay =
        type == UCharacterCategory.NON_SPACING_MARK || type == UCharacterCategory.ENCLOSING_MARK;
    return overlay && isAccent(codePoint);
  }

  /** Whether a dropped code point belongs to the one before it. */
  static boolean isAttached(int codePoint) {
    int type = UCharacter.getType(codePoint);
    boolean tag = codePoint >= 0xE0020 && codePoint <= 0xE007F;
    return tag
        || isSkinTone(codePoint)
        || type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.ENCLOSING_MARK;
  }

  static boolean isMark(int codePoint) {
    int type = UCharacter.getType(codePoint);
    return type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.COMBINING_SPACING_MARK
        || type == UCharacterCategory.ENCLOSING_MARK;
  }

  private static boolean isSkinTone(int codePoint) {
    return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
  }

  /** Whether a non-spacing mark may go without making another word. */
  private static boolean isAccent(int codePoint) {
    boolean kanaVoicing = codePoint == 0x3099 || codePoint == 0x309A;
    boolean hamza = codePoint >= 0x0653 && codePoint <= 0x0655;
    boolean iotaSubscript = codePoint == 0x0345;
    if (kanaVoicing || hamza || iotaSubscript) return false;
    return switch (UScript.getScript(codePoint)) {
      case UScript.INHERITED,
          UScript.COMMON,
          UScript.LATIN,
          UScript.GREEK,
          UScript.CYRILLIC,
          UScript.HEBREW,
          UScript.ARABIC ->
          true;
      default -> false;
    };
  }

  private static String withoutAccents(String parts) {
    var kept = new StringBuilder(parts.length());
    for (int at = 0; at < parts.length(); ) {
      int part = parts.codePointAt(at);
      at += Character.charCount(part);
      if (isSpelt(part) && !isDropped(part)) appendUnstroked(kept, part);
    }
    return kept.toString();
  }

  private static boolean isSpelt(int codePoint) {
    if (codePoint == 'ʼ' || codePoint == 'ʹ') return false;
    return UCharacter.isLetterOrDigit(codePoint)
        || isMark(codePoint)
        || UCharacter.getType(codePoint) == UCharacterCategory.LETTER_NUMBER;
  }

  private static void appendUnstroked(StringBuilder to, int codePoint) {
    int digit = UCharacter.digit(codePoint, 10);
    int stroked = STROKED.indexOf(codePoint);
    if (digit >= 0) to.append((char) ('0' + digit));
    else if (stroked >= 0 && stroked % 2 == 0) to.append(STROKED.charAt(stroked + 1));
    else if (disguisedLetter(codePoint) >= 0) to.append((char) ('a' + disguisedLetter(codePoint)));
    else if (codePoint == 'æ') to.append("ae");
    else if (codePoint == 'œ') to.append("oe");
    else if (codePoint == 'þ') to.append("th");
    else to.appendCodePoint(codePoint);
  }
}
