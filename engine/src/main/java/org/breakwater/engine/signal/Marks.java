package org.breakwater.engine.signal;

/**
 * The characters of a text that open a gate: without them the costly looks are not taken.
 *
 * @param digits number of digits of any script, letters that stand for digits included
 * @param dot whether a full stop stands between two characters that are not blank
 * @param at whether there is an at sign
 * @param nameLike whether an underscore, a colon, an equals sign or a digit may mark a user name
 * @param currency whether there is a currency sign
 */
record Marks(int digits, boolean dot, boolean at, boolean nameLike, boolean currency) {

  static Marks of(String text) {
    int digits = 0;
    boolean dot = false;
    boolean at = false;
    boolean name = false;
    boolean currency = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') digits++;
      else if (c == '.') dot |= isBetween(text, i);
      else if (c == '@') at = true;
      else if (c == ':' || c == '_' || c == '=') name = true;
      else if (c == '$') currency = true;
      else if (c == 'o' || c == 'O' || c == 'l' || c == 'I') digits += digits > 0 ? 1 : 0;
      else if (c >= 0x80) {
        int type = Character.getType(c);
        digits += isFigure(c, type) ? 1 : 0;
        currency |= type == Character.CURRENCY_SYMBOL;
      }
    }
    return new Marks(digits, dot, at, name || digits > 0, currency);
  }

  private static boolean isFigure(char c, int type) {
    boolean mathematical = c >= '\uDFCE' && c <= '\uDFFF';
    return type == Character.DECIMAL_DIGIT_NUMBER || type == Character.OTHER_NUMBER || mathematical;
  }

  private static boolean isBetween(String text, int dot) {
    return dot > 0
        && dot + 1 < text.length()
        && text.charAt(dot - 1) > ' '
        && text.charAt(dot + 1) > ' ';
  }
}
