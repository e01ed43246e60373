package org.breakwater.engine.policy;

/**
 * One fault in a pack, for the person who can mend it.
 *
 * @param file path within the pack
 * @param line counted from 1
 * @param column counted from 1
 * @param message what is wrong, lower case, input in backticks, no full stop
 * @param help how to mend it, such as the nearest right name; empty when there is nothing to add
 */
public record Problem(String file, int line, int column, String message, String help)
    implements Comparable<Problem> {

  /** One line: place, what, how to mend. */
  @Override
  public String toString() {
    return "%s:%d:%d: %s%s"
        .formatted(file, line, column, message, help.isEmpty() ? "" : "; " + help);
  }

  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) return byFile;
    int byLine = Integer.compare(line, other.line);
    if (byLine != 0) return byLine;
    int byColumn = Integer.compare(column, other.column);
    return byColumn != 0 ? byColumn : message.compareTo(other.message);
  }
}
