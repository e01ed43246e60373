package org.breakwater.engine.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;

/**
 * How one code point folds: NFKC_Casefold, then without the accents of Latin, Greek and Cyrillic,
 * the optional vowel points of Arabic and Hebrew, and everything invisible. Marks that spell, such
 * as Indic vowels, stay.
 */
final class CharFolding {
  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();

  private static final String LINES = "\n\r\u000B\f\u0085\u2028\u2029";
  private static final String APOSTROPHES = "'’‘‛`´ʼʹ′＇";
  private static final String HYPHENS = "-‐‑﹣－";
  private static final String STOPS = ".．。｡․…";
  private static final String SENTENCES = "?!؟۔।॥‼⁇⁈⁉❗❓❕❔¡¿•●▪◦‣⁃■□◆◇○";
  private static final String CLAUSES = ",;:()[]{}|–—―−、،؛";
  private static final String ARROWS = "→➡➜⟶⇒⟹➔➙➛➝➞➟➠➤►⮕⇨⤏⟾➥➧➨";
  private static final String SIGNS = "@#+%/&";
  private static final String MERE_MARKS = "©®™℠℗";
  private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ ʏᴢ";

  /** Letters whose stroke or ligature is no separate accent in Unicode, and what stands for it. */
  private static final String STROKED = "ıiłløođdħhŧtɑaɡgȷjðd";

  private CharFolding() {}

  static int entry(int codePoint) {
    CharKind kind = kind(codePoint);
    int packed = kind.code() << 16;
    return switch (kind) {
      case LETTER, DIGIT -> packed | letterMarks(codePoint);
      case SIGN -> packed | CASEFOLD.normalize(Character.toString(codePoint)).charAt(0);
      case REGIONAL -> packed | ('a' + codePoint - 0x1F1E6) | FoldTable.LATIN << 21;
      case DROPPED -> packed | (isAttached(codePoint) ? FoldTable.ATTACHED : 0);
      case EMOJI, ARROW, APOSTROPHE, HYPHEN, SPACE, LINE, STOP, SENTENCE, CLAUSE, OTHER -> packed;
    };
  }

  /** The letters or digits a code point folds to; empty when it is neither. */
  static String folded(int codePoint) {
    int digit = digitValue(codePoint);
    if (digit >= 0) return Integer.toString(digit);
    int circled = darkCircledLetter(codePoint);
    if (circled >= 0) return Character.toString('a' + circled);
    if (codePoint >= 0xAC00 && codePoint <= 0xD7A3) return Character.toString(codePoint);
    return withoutAccents(CASEFOLD.normalize(Character.toString(codePoint)));
  }

  private static CharKind kind(int codePoint) {
    if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
      return CharKind.OTHER;
    CharKind listed = listed(codePoint);
    if (listed != CharKind.OTHER) return listed;
    if (codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF) return CharKind.REGIONAL;
    if (isDropped(codePoint)) return CharKind.DROPPED;
    if (UCharacter.isUWhiteSpace(codePoint) || codePoint == 0x2800) return CharKind.SPACE;
    if (isMark(codePoint)) return CharKind.LETTER;
    if (digitValue(codePoint) >= 0) return CharKind.DIGIT;
    if (darkCircledLetter(codePoint) >= 0) return CharKind.LETTER;
    if (MERE_MARKS.indexOf(codePoint) >= 0) return CharKind.OTHER;
    if (UCharacter.getType(codePoint) == UCharacterCategory.CURRENCY_SYMBOL) return CharKind.SIGN;
    if (UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC))
      return CharKind.EMOJI;
    return spelled(codePoint);
  }

  private static CharKind spelled(int codePoint) {
    String folded = folded(codePoint);
    if (folded.isEmpty()) return CharKind.OTHER;
    boolean digits = folded.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean fraction = CASEFOLD.normalize(Character.toString(codePoint)).indexOf('⁄') >= 0;
    if (digits) return fraction ? CharKind.OTHER : CharKind.DIGIT;
    return CharKind.LETTER;
  }

  /** The kind of a character that is listed here, in any width; OTHER when it is not. */
  private static CharKind listed(int codePoint) {
    if (LINES.indexOf(codePoint) >= 0) return CharKind.LINE;
    if (APOSTROPHES.indexOf(codePoint) >= 0) return CharKind.APOSTROPHE;
    if (HYPHENS.indexOf(codePoint) >= 0) return CharKind.HYPHEN;
    if (STOPS.indexOf(codePoint) >= 0) return CharKind.STOP;
    if (SENTENCES.indexOf(codePoint) >= 0) return CharKind.SENTENCE;
    if (ARROWS.indexOf(codePoint) >= 0) return CharKind.ARROW;
    String plain = CASEFOLD.normalize(Character.toString(codePoint));
    if (plain.length() != 1) return CharKind.OTHER;
    if (CLAUSES.contains(plain)) return CharKind.CLAUSE;
    if (SENTENCES.contains(plain)) return CharKind.SENTENCE;
    return SIGNS.contains(plain) ? CharKind.SIGN : CharKind.OTHER;
  }

  private static boolean isDropped(int codePoint) {
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

  private static boolean isAttached(int codePoint) {
    int type = UCharacter.getType(codePoint);
    boolean tag = codePoint >= 0xE0020 && codePoint <= 0xE007F;
    return tag
        || isSkinTone(codePoint)
        || type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.ENCLOSING_MARK;
  }

  private static boolean isSkinTone(int codePoint) {
    return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
  }

  /** Whether a non-spacing mark may go without making another word. */
  private static boolean isAccent(int codePoint) {
    boolean kanaVoicing = codePoint == 0x3099 || codePoint == 0x309A;
    boolean hamza = codePoint >= 0x0653 && codePoint <= 0x0655;
    if (kanaVoicing || hamza) return false;
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

  private static boolean isMark(int codePoint) {
    int type = UCharacter.getType(codePoint);
    return type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.COMBINING_SPACING_MARK
        || type == UCharacterCategory.ENCLOSING_MARK;
  }

  /** The whole number a digit of any script or a numbered sign stands for; -1 when it is none. */
  private static int digitValue(int codePoint) {
    int digit = UCharacter.digit(codePoint, 10);
    if (digit >= 0) return digit;
    boolean dingbat = codePoint >= 0x2776 && codePoint <= 0x2793;
    boolean circled = codePoint >= 0x2460 && codePoint <= 0x249B;
    boolean darkCircled = codePoint >= 0x24EA && codePoint <= 0x24FF;
    if (codePoint == 0x1F51F) return 10;
    if (!dingbat && !circled && !darkCircled) return -1;
    return (int) UCharacter.getUnicodeNumericValue(codePoint);
  }

  /** Place in the alphabet of a white letter on a dark disc or square; -1 when it is none. */
  private static int darkCircledLetter(int codePoint) {
    if (codePoint >= 0x1F150 && codePoint <= 0x1F169) return codePoint - 0x1F150;
    if (codePoint >= 0x1F170 && codePoint <= 0x1F189) return codePoint - 0x1F170;
    int small = SMALL_CAPITALS.indexOf(codePoint);
    return codePoint == ' ' ? -1 : small;
  }

  private static int letterMarks(int codePoint) {
    String folded = folded(codePoint);
    int marks = script(codePoint) << 21;
    if (folded.length() == 1) marks |= folded.charAt(0);
    else marks |= FoldTable.LONG;
    if (isSolo(codePoint)) marks |= FoldTable.SOLO;
    if (isFancy(codePoint)) marks |= FoldTable.FANCY;
    boolean jamo = UCharacter.getIntPropertyValue(codePoint, UProperty.HANGUL_SYLLABLE_TYPE) != 0;
    if (isMark(codePoint) || jamo || folded.codePoints().anyMatch(CharFolding::isMark))
      marks |= FoldTable.COMPOSE;
    return marks;
  }

  private static int script(int codePoint) {
    return switch (UScript.getScript(codePoint)) {
      case UScript.LATIN -> FoldTable.LATIN;
      case UScript.GREEK -> FoldTable.GREEK;
      case UScript.CYRILLIC -> FoldTable.CYRILLIC;
      case UScript.ARMENIAN, UScript.CHEROKEE, UScript.COPTIC, UScript.LISU -> FoldTable.IMITATING;
      default -> 0;
    };
  }

  private static boolean isSolo(int codePoint) {
    if (isMark(codePoint)) return false;
    return switch (UScript.getScript(codePoint)) {
      case UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.THAI,
          UScript.LAO,
          UScript.KHMER,
          UScript.MYANMAR ->
          true;
      default -> false;
    };
  }

  private static boolean isFancy(int codePoint) {
    boolean letterlike = codePoint >= 0x2100 && codePoint <= 0x214F;
    boolean enclosed = codePoint >= 0x2460 && codePoint <= 0x24FF;
    boolean mathematical = codePoint >= 0x1D400 && codePoint <= 0x1D7FF;
    boolean squared = codePoint >= 0x1F100 && codePoint <= 0x1F1FF;
    return letterlike || enclosed || mathematical || squared || darkCircledLetter(codePoint) >= 0;
  }

  private static String withoutAccents(String casefolded) {
    String parts = DECOMPOSE.normalize(casefolded);
    var kept = new StringBuilder(parts.length());
    parts
        .codePoints()
        .filter(part -> UCharacter.isLetterOrDigit(part) || isMark(part) || isLetterNumber(part))
        .filter(part -> !isDropped(part))
        .forEach(part -> kept.append(unstroked(part)));
    return kept.toString();
  }

  private static boolean isLetterNumber(int codePoint) {
    return UCharacter.getType(codePoint) == UCharacterCategory.LETTER_NUMBER;
  }

  private static String unstroked(int codePoint) {
    int digit = UCharacter.digit(codePoint, 10);
    if (digit >= 0) return Integer.toString(digit);
    int found = STROKED.indexOf(codePoint);
    if (found >= 0 && found % 2 == 0) return STROKED.substring(found + 1, found + 2);
    return switch (codePoint) {
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'þ' -> "th";
      case 'ς' -> "σ";
      default -> Character.toString(codePoint);
    };
  }
}
