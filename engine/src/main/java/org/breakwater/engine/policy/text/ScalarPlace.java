package org.breakwater.engine.policy.text;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Finds where in a YAML file a character of a value stands. YAML folds lines and drops indentation
 * and quotes, so value and file are walked side by side, white space against white space. Escapes
 * in double quotes can put the place a few columns off.
 */
final class ScalarPlace {
  private final YamlFile file;
  private final int[] value;
  private final int[] raw;
  private final int start;
  private final int firstLine;
  private int line;
  private int column;

  ScalarPlace(YamlValue scalar) {
    file = scalar.file();
    raw = file.text().codePoints().toArray();
    line = scalar.line();
    column = scalar.column();
    firstLine = startsBelow(scalar) ? line + 1 : line;
    start = scalar.node().getStartMark().map(Mark::getIndex).orElse(0);
    value =
        scalar.node() instanceof ScalarNode node
            ? node.getValue().codePoints().toArray()
            : new int[0];
  }

  void fault(int offset, String message, String help) {
    int at = start;
    for (int i = 0; i <= Math.min(offset, value.length - 1); i++) {
      if (Character.isWhitespace(value[i])) continue;
      if (i > 0 && at < raw.length) at = step(at);
      while (at < raw.length && (raw[at] != value[i] || line < firstLine)) at = step(at);
    }
    file.fault(line, column, message, help);
  }

  /** Whether the value is a block, whose text begins on the line after its sign. */
  private static boolean startsBelow(YamlValue scalar) {
    return scalar.node() instanceof ScalarNode node
        && (node.getScalarStyle() == ScalarStyle.LITERAL
            || node.getScalarStyle() == ScalarStyle.FOLDED);
  }

  private int step(int at) {
    if (raw[at] == '\n') {
      line++;
      column = 0;
    } else {
      column++;
    }
    return at + 1;
  }
}
