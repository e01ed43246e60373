package org.breakwater.engine.signal;

import java.util.List;

/**
 * Digits in a row, in the original text, with what stands between them: perhaps a telephone number,
 * perhaps a date, a sum or an identifier.
 *
 * @param start UTF-16 offset of the first character, a plus sign included
 * @param end UTF-16 offset after the last digit
 * @param groups the digits between separators, as ASCII
 * @param separators the separators that occur, each once
 * @param international whether a plus sign or a double zero leads
 * @param disguised whether a digit is written as something else: emoji, letter, circled figure
 */
record DigitRun(
    int start,
    int end,
    List<String> groups,
    String separators,
    boolean international,
    boolean disguised) {

  DigitRun {
    groups = List.copyOf(groups);
  }

  String digits() {
    String digits = String.join("", groups);
    return hasDoubleZero() ? digits.substring(2) : digits;
  }

  /** Whether nearly every digit stands alone, as nobody writes a number that may be seen. */
  boolean isSpelledOut() {
    long single = groups.stream().filter(group -> group.length() == 1).count();
    return single >= 5 && single * 3 >= groups.size() * 2L;
  }

  boolean hasShape(int... lengths) {
    if (lengths.length != groups.size()) return false;
    for (int i = 0; i < lengths.length; i++) {
      if (groups.get(i).length() != lengths[i]) return false;
    }
    return true;
  }

  /** A date, a span of years, grouped thousands, a decimal, coordinates or a network address. */
  boolean isSomethingElse() {
    return isDate() || isYears() || isThousands() || isDecimal() || isNetworkAddress();
  }

  private boolean hasDoubleZero() {
    return groups.getFirst().startsWith("00") && international;
  }

  private boolean isDate() {
    if (groups.size() < 3) return false;
    int a = value(0);
    int b = value(1);
    int c = value(2);
    boolean yearFirst = isYear(0) && isMonth(b) && isDay(c);
    boolean yearLast = isYear(2) && ((isMonth(a) && isDay(b)) || (isDay(a) && isMonth(b)));
    return yearFirst || yearLast;
  }

  private boolean isYears() {
    for (int i = 0; i < groups.size(); i++) {
      if (!isYear(i)) return false;
    }
    return true;
  }

  private boolean isThousands() {
    if (groups.size() < 2 || !separators.equals(".")) return false;
    return groups.getFirst().length() <= 3
        && groups.stream().skip(1).allMatch(group -> group.length() == 3);
  }

  private boolean isDecimal() {
    return groups.size() == 2 && separators.equals(".") && !hasShape(3, 4);
  }

  private boolean isNetworkAddress() {
    if (groups.size() != 4 || !separators.equals(".")) return false;
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).length() > 3 || value(i) > 255) return false;
    }
    return true;
  }

  private boolean isYear(int group) {
    return groups.get(group).length() == 4 && value(group) >= 1900 && value(group) < 2100;
  }

  private static boolean isMonth(int value) {
    return value >= 1 && value <= 12;
  }

  private static boolean isDay(int value) {
    return value >= 1 && value <= 31;
  }

  /** The value of a group; a group too long for any date counts as a number above every limit. */
  private int value(int group) {
    String digits = groups.get(group);
    return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
