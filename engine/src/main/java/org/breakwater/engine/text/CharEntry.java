package org.breakwater.engine.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/** Works out what one code point does in a text, as {@link FoldTable} packs it. */
final class CharEntry {
  private static final String LINES = "\n\r\u000B\f\u0085\u2028\u2029";
  private static final String APOSTROPHES = "'’‘‛`´\u1FFDʼʹ′";
  private static final String HYPHENS = "-‐‑";
  private static final String STOPS = ".。…";
  private static final String SENTENCES = "?!؟۔।॥‼⁇⁈⁉❗❓❕❔¡¿•●▪◦‣⁃■□◆◇○";
  private static final String CLAUSES = ",;:()[]{}|–—―−、،؛";
  private static final String ARROWS = "→➡➜⟶⇒⟹➔➙➛➝➞➟➠➤►⮕⇨⤏⟾➥➧➨";
  private static final String SIGNS = "@#+%/&";
  private static final String MERE_MARKS = "©®™℠℗";

  private CharEntry() {}

  static int of(int codePoint) {
    CharKind kind = kind(codePoint);
    int packed = kind.code() << FoldTable.KIND_SHIFT;
    return switch (kind) {
      case LETTER, DIGIT -> packed | spelling(codePoint);
      case SIGN -> packed | oneUnit(CharFolding.decomposed(codePoint));
      case REGIONAL -> packed | ('a' + codePoint - 0x1F1E6) | script(FoldTable.LATIN);
      case DROPPED -> packed | (CharFolding.isAttached(codePoint) ? FoldTable.ATTACHED : 0);
      case EMOJI, ARROW, APOSTROPHE, HYPHEN, SPACE, LINE, STOP, SENTENCE, CLAUSE, OTHER -> packed;
    };
  }

  private static CharKind kind(int codePoint) {
    int type = UCharacter.getType(codePoint);
    if (type == UCharacterCategory.SURROGATE) return CharKind.OTHER;
    CharKind listed = listed(codePoint);
    if (listed != CharKind.OTHER) return listed;
    if (codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF) return CharKind.REGIONAL;
    if (CharFolding.isDropped(codePoint)) return CharKind.DROPPED;
    if (UCharacter.isUWhiteSpace(codePoint) || codePoint == 0x2800) return CharKind.SPACE;
    if (CharFolding.isMark(codePoint)) return CharKind.LETTER;
    if (CharFolding.digitValue(codePoint) >= 0) return CharKind.DIGIT;
    if (CharFolding.disguisedLetter(codePoint) >= 0) return CharKind.LETTER;
    if (MERE_MARKS.indexOf(codePoint) >= 0) return CharKind.OTHER;
    if (type == UCharacterCategory.CURRENCY_SYMBOL) return CharKind.SIGN;
    if (UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC))
      return CharKind.EMOJI;
    return spelt(codePoint);
  }

  private static CharKind spelt(int codePoint) {
    String folded = CharFolding.folded(codePoint);
    if (folded.isEmpty()) return CharKind.OTHER;
    for (int at = 0; at < folded.length(); at++) {
      if (folded.charAt(at) < '0' || folded.charAt(at) > '9') return CharKind.LETTER;
    }
    return CharFolding.isFraction(codePoint) ? CharKind.OTHER : CharKind.DIGIT;
  }

  /** The kind of a character that is listed here, in any width; OTHER when it is not. */
  private static CharKind listed(int codePoint) {
    CharKind exact = exactly(codePoint);
    if (exact != CharKind.OTHER) return exact;
    String plain = CharFolding.decomposed(codePoint);
    return plain.length() == 1 ? exactly(plain.charAt(0)) : CharKind.OTHER;
  }

  private static CharKind exactly(int codePoint) {
    if (LINES.indexOf(codePoint) >= 0) return CharKind.LINE;
    if (APOSTROPHES.indexOf(codePoint) >= 0) return CharKind.APOSTROPHE;
    if (HYPHENS.indexOf(codePoint) >= 0) return CharKind.HYPHEN;
    if (STOPS.indexOf(codePoint) >= 0) return CharKind.STOP;
    if (SENTENCES.indexOf(codePoint) >= 0) return CharKind.SENTENCE;
    if (CLAUSES.indexOf(codePoint) >= 0) return CharKind.CLAUSE;
    if (ARROWS.indexOf(codePoint) >= 0) return CharKind.ARROW;
    return SIGNS.indexOf(codePoint) >= 0 ? CharKind.SIGN : CharKind.OTHER;
  }

  private static int spelling(int codePoint) {
    String folded = CharFolding.folded(codePoint);
    int packed = script(scriptOf(codePoint));
    packed |= oneUnit(folded);
    if (isSolo(codePoint)) packed |= FoldTable.SOLO;
    if (isFancy(codePoint)) packed |= FoldTable.FANCY;
    if (composes(folded)) packed |= FoldTable.COMPOSE;
    return packed;
  }

  private static int oneUnit(String folded) {
    return folded.length() == 1 ? folded.charAt(0) : FoldTable.LONG;
  }

  private static int script(int script) {
    return script << FoldTable.SCRIPT_SHIFT;
  }

  private static int scriptOf(int codePoint) {
    return switch (UScript.getScript(codePoint)) {
      case UScript.LATIN -> FoldTable.LATIN;
      case UScript.GREEK -> FoldTable.GREEK;
      case UScript.CYRILLIC -> FoldTable.CYRILLIC;
      case UScript.ARMENIAN, UScript.CHEROKEE, UScript.COPTIC, UScript.LISU -> FoldTable.IMITATING;
      default -> FoldTable.UNCONFUSED;
    };
  }

  /** Whether the folded letters may join with their neighbours into one. */
  private static boolean composes(String folded) {
    for (int at = 0; at < folded.length(); at++) {
      char part = folded.charAt(at);
      boolean korean = UCharacter.getIntPropertyValue(part, UProperty.HANGUL_SYLLABLE_TYPE) != 0;
      if (korean || CharFolding.isMark(part)) return true;
    }
    return false;
  }

  private static boolean isSolo(int codePoint) {
    if (CharFolding.isMark(codePoint)) return false;
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
    boolean dingbat = codePoint >= 0x2776 && codePoint <= 0x2793;
    boolean mathematical = codePoint >= 0x1D400 && codePoint <= 0x1D7FF;
    boolean squared = codePoint >= 0x1F100 && codePoint <= 0x1F1FF;
    boolean disguised = CharFolding.disguisedLetter(codePoint) >= 0;
    return letterlike || enclosed || dingbat || mathematical || squared || disguised;
  }
}
