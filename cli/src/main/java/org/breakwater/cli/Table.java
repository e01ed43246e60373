package org.breakwater.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rows under a header, printed in aligned columns; numbers stand to the right. */
final class Table {
  /** Stands where a number would, and there is none. */
  static final String NOTHING = "–";

  private static final String GAP = "  ";
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.,%/… –]*");
  private static final int CELL_COLUMNS_MAX = 60;

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... header) {
    this.header = List.of(header);
  }

  /** Adds a row with one cell for each column. */
  Table row(String... cells) {
    if (cells.length != header.size())
      throw new IllegalArgumentException("cells != columns: " + cells.length);
    rows.add(List.of(cells).stream().map(Screen::line).toList());
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** All lines, each ended by {@code \n}; the last column is cut to what is left. */
  String print(int columns) {
    int[] widths = widths();
    var text = new StringBuilder();
    print(header, widths, columns, text);
    rows.forEach(row -> print(row, widths, columns, text));
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[header.size()];
    for (int column = 0; column < widths.length; column++) {
      int widest = Screen.columns(header.get(column));
      for (List<String> row : rows) widest = Math.max(widest, Screen.columns(row.get(column)));
      widths[column] = Math.min(widest, CELL_COLUMNS_MAX);
    }
    return widths;
  }

  private void print(List<String> cells, int[] widths, int columns, StringBuilder text) {
    var line = new StringBuilder();
    int last = cells.size() - 1;
    for (int column = 0; column < last; column++) {
      String cell = Screen.fit(cells.get(column), widths[column]);
      line.append(isNumeric(column) ? flushRight(cell) : cell).append(GAP);
    }
    int left = Math.max(columns - Screen.columns(line.toString()), 12);
    String end = Screen.cut(cells.get(last), left);
    line.append(isNumeric(last) ? flushRight(Screen.fit(end, widths[last])) : end);
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static String flushRight(String cell) {
    String bare = cell.stripTrailing();
    return " ".repeat(cell.length() - bare.length()) + bare;
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> isNumber(row.get(column)));
  }

  private static boolean isNumber(String cell) {
    return cell.equals(NOTHING) || NUMBER.matcher(cell).matches();
  }
}
