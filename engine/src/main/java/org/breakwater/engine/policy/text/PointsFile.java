package org.breakwater.engine.policy.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.breakwater.engine.policy.Problem;
import org.breakwater.engine.signal.Features;
import org.breakwater.engine.signal.Points;

/**
 * Reads {@code lexicon/<language>.points.tsv}: lines that begin with {@code # } are comments; the
 * first other line names the columns, {@code feature} and the scores; then one feature a line with
 * a whole number for each score, apart by tabs.
 */
final class PointsFile {
  static final String SUFFIX = ".points.tsv";

  private static final Pattern NAME = Pattern.compile("(?:.*/)?([a-z]{2,3})\\.points\\.tsv");
  private static final String FEATURE = "feature";
  private static final String COMMENT = "# ";

  private final String path;
  private final Faults faults;
  private final TreeMap<String, List<Integer>> rows = new TreeMap<>();
  private List<String> scores = List.of();

  private PointsFile(String path, Faults faults) {
    this.path = path;
    this.faults = faults;
  }

  /** The points; empty after a fault. */
  static Optional<Points> read(String path, byte[] bytes, Faults faults) {
    return new PointsFile(path, faults).read(new String(bytes, StandardCharsets.UTF_8));
  }

  private Optional<Points> read(String text) {
    int before = faults.count();
    var name = NAME.matcher(path);
    if (!name.matches())
      fault(1, "its name tells no language", "name it as in `lexicon/es" + SUFFIX + "`");
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.isEmpty() || line.startsWith(COMMENT)) continue;
      String[] cells = line.split("\t", -1);
      if (scores.isEmpty()) readHead(number, cells);
      else readRow(number, cells);
      if (scores.isEmpty()) break;
    }
    if (faults.count() > before) return Optional.empty();
    if (scores.isEmpty()) {
      fault(1, "is empty", "`bw lexicon fit --write` writes it");
      return Optional.empty();
    }
    return Optional.of(new Points(name.group(1), scores, rows));
  }

  private void readHead(int line, String[] cells) {
    List<String> named = Arrays.asList(cells).subList(1, cells.length);
    if (!cells[0].equals(FEATURE) || named.isEmpty()) {
      fault(
          line,
          "the first line must name the columns: `feature` and scores",
          "as in `" + FEATURE + "\t" + String.join("\t", Points.scoreNames()) + "`");
      return;
    }
    for (String score : named) {
      if (!Points.scoreNames().contains(score))
        fault(line, "unknown score `" + score + "`", Nearest.help(score, Points.scoreNames()));
    }
    scores = named;
  }

  private void readRow(int line, String[] cells) {
    if (cells.length != scores.size() + 1) {
      fault(line, "has %d cells, not %d".formatted(cells.length, scores.size() + 1), "");
      return;
    }
    String fault = Features.fault(cells[0]);
    if (!fault.isEmpty()) fault(line, fault, "remove the file, then `bw lexicon fit --write`");
    List<Integer> numbers = new ArrayList<>(scores.size());
    for (int i = 1; i < cells.length; i++) {
      try {
        numbers.add((int) Short.parseShort(cells[i]));
      } catch (NumberFormatException e) {
        fault(line, "`" + cells[i] + "` is no whole number from -32768 to 32767", "");
        return;
      }
    }
    if (rows.put(cells[0], numbers) != null)
      fault(line, "`" + cells[0] + "` stands here twice", "");
  }

  private void fault(int line, String what, String help) {
    faults.add(new Problem(path, line, 1, what, help));
  }
}
