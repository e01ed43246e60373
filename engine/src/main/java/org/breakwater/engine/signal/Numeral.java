package org.breakwater.engine.signal;

import java.util.Locale;

/**
 * A number in figures, in the original text.
 *
 * @param start UTF-16 offset of its first figure
 * @param end UTF-16 offset after its last figure, letters glued to it apart
 * @param value what the figures say, grouping and decimals read
 * @param suffix the letters glued to it, in lower case; empty when there are none
 * @param plain whether it is figures only, without grouping or decimals
 */
record Numeral(int start, int end, double value, String suffix, boolean plain) {

  /**
   * Reads the number that starts at an offset.
   *
   * @param start the offset of a figure that no figure precedes
   */
  static Numeral at(String text, int start) {
    int end = endOfFigures(text, start);
    String figures = text.substring(start, end);
    int letters = end;
    while (letters < text.length() && Character.isLetter(text.charAt(letters))) letters++;
    String suffix = text.substring(end, letters).toLowerCase(Locale.ROOT);
    boolean plain = figures.chars().allMatch(Character::isDigit);
    return new Numeral(start, end, valueOf(figures), suffix, plain);
  }

  /** The offset after the number and the letters glued to it. */
  int endOfSuffix() {
    return end + suffix.length();
  }

  /** A number such as 1998 or 2024, which dates something more often than it counts. */
  boolean isYear() {
    return plain && value >= 1900 && value <= 2100 && value % 100 != 0;
  }

  private static int endOfFigures(String text, int start) {
    int at = start;
    while (at < text.length()) {
      if (Character.isDigit(text.charAt(at))) at++;
      else if (joins(text, at)) at++;
      else break;
    }
    return at;
  }

  /** Grouping and decimal signs between figures; a blank only before exactly three of them. */
  private static boolean joins(String text, int at) {
    char c = text.charAt(at);
    if (figures(text, at + 1) == 0) return false;
    if (c == '.' || c == ',' || c == '\'' || c == '’') return true;
    boolean blank = c == ' ' || c == '\u00A0' || c == '\u202F';
    return blank && figures(text, at + 1) == 3 && text.startsWith("000", at + 1);
  }

  private static int figures(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isDigit(text.charAt(at))) at++;
    return at - from;
  }

  /** What figures mean: 7,000 and 7.000 are seven thousand, 3.5 and 3,50 are between 3 and 4. */
  private static double valueOf(String figures) {
    int last = Math.max(figures.lastIndexOf('.'), figures.lastIndexOf(','));
    boolean decimal = last >= 0 && isDecimal(figures, last);
    double value = 0;
    double unit = 1;
    for (int i = 0; i < figures.length(); i++) {
      int digit = Character.digit(figures.charAt(i), 10);
      if (digit < 0) continue;
      if (decimal && i > last) value += digit * (unit /= 10);
      else value = value * 10 + digit;
    }
    return Math.round(value * 100) / 100.0;
  }

  private static boolean isDecimal(String figures, int last) {
    int after = figures.length() - last - 1;
    boolean only = figures.indexOf(figures.charAt(last)) == last;
    return only && after != 3;
  }
}
