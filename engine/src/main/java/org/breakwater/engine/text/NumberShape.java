package org.breakwater.engine.text;

import java.util.List;

/** How digit groups and the marks between them make one number. */
final class NumberShape {
  private static final int GROUPS_MAX = 8;
  private static final String NARROW_BLANKS = "\u00A0\u2009\u202F\u066C";

  private NumberShape() {}

  /**
   * The number that groups of digits write together: {@code 7,000} is 7000, {@code 7,5} is 7.5;
   * empty when they are several numbers, as in {@code 1,2,3} or {@code 192.168.0.1}.
   *
   * @param marks the characters between the groups, one fewer than groups
   */
  static String joined(List<String> groups, String marks) {
    int last = groups.size() - 1;
    if (last > GROUPS_MAX) return "";
    char mark = marks.charAt(0);
    boolean sameMarks = marks.chars().limit(last - 1L).allMatch(other -> other == mark);
    boolean thousands = startsThousands(groups.getFirst()) && areTriples(groups, last) && sameMarks;
    char lastMark = marks.charAt(last - 1);
    if (thousands && lastMark == mark && groups.get(last).length() == 3)
      return String.join("", groups);
    boolean decimal = isDecimalMark(lastMark) && isFraction(groups);
    boolean grouped = last == 1 || (thousands && lastMark != mark);
    return decimal && grouped
        ? String.join("", groups.subList(0, last)) + "." + groups.get(last)
        : "";
  }

  /** Whether that character can stand between the digit groups of a number. */
  static boolean isMark(int codePoint) {
    return isDecimalMark((char) codePoint)
        || codePoint == '\''
        || codePoint == '’'
        || NARROW_BLANKS.indexOf(codePoint) >= 0;
  }

  private static boolean isDecimalMark(char mark) {
    return mark == '.' || mark == ',' || mark == '\u066B';
  }

  private static boolean startsThousands(String group) {
    return group.length() <= 3 && group.charAt(0) != '0';
  }

  private static boolean areTriples(List<String> groups, int last) {
    return groups.subList(1, last).stream().allMatch(group -> group.length() == 3);
  }

  private static boolean isFraction(List<String> groups) {
    return groups.getLast().length() <= 2 || groups.getFirst().equals("0");
  }
}
