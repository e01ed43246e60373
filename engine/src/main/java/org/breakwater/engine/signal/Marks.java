package org.breakwater.engine.signal;

/**
 * The characters of a text that open a gate: without them the costly looks are not taken.
 *
 * @param digits number of digits of any script
 * @param dot whether a full stop stands between two characters that are not blank
 * @param at whether there is an at sign
 * @param label whether an underscore, a colon, an equals sign or a digit may mark a user name
 */
record Marks(int digits, boolean dot, boolean at, boolean label) {
  private static final int DIGIT = 1;
  private static final int DOT = 2;
  private static final int AT = 4;
  private static final int LABEL = 8;

  private static final byte[] ASCII = ascii();

  static Marks of(String text) {
    int seen = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int mark = c < 0x80 ? ASCII[c] : mark(c);
      seen |= mark;
      digits += mark & DIGIT;
    }
    boolean dot = (seen & DOT) != 0 && hasInnerDot(text);
    return new Marks(digits, dot, (seen & AT) != 0, (seen & LABEL) != 0);
  }

  private static boolean hasInnerDot(String text) {
    for (int at = text.indexOf('.', 1); at >= 0; at = text.indexOf('.', at + 1)) {
      boolean last = at + 1 == text.length();
      if (!last && text.charAt(at - 1) > ' ' && text.charAt(at + 1) > ' ') return true;
    }
    return false;
  }

  private static int mark(char c) {
    boolean accented = c >= '\u00C0' && c < '\u0250';
    if (accented) return 0;
    // The low half of a mathematical digit; emoji share the range, and a gate may err that way.
    if (c >= '\uDFCE' && c <= '\uDFFF') return DIGIT | LABEL;
    int type = Character.getType(c);
    boolean digit = type == Character.DECIMAL_DIGIT_NUMBER || type == Character.OTHER_NUMBER;
    return digit ? DIGIT | LABEL : 0;
  }

  private static byte[] ascii() {
    var marks = new byte[0x80];
    for (char c = '0'; c <= '9'; c++) marks[c] = DIGIT | LABEL;
    marks['.'] = DOT;
    marks['@'] = AT;
    marks[':'] = LABEL;
    marks['='] = LABEL;
    marks['_'] = LABEL;
    return marks;
  }
}
