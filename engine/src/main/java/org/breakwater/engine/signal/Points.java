package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How much each feature of texts in one language counts towards each score; see {@link Scorecard}.
 *
 * @param language BCP 47 primary subtag
 * @param scores names of number signals, one a column
 * @param rows by feature, as {@link Features} names them, one number a column: hundredths of a
 *     natural logarithm of odds against texts of which no score says anything. Every word that was
 *     known when the points were fitted has a row, also where it counts nothing; other words are
 *     unknown ones
 */
public record Points(
    String language, List<String> scores, NavigableMap<String, List<Integer>> rows) {

  /** So many points make one unit of a natural logarithm of odds. */
  public static final int PER_LOG_ODDS = 100;

  public Points {
    scores = List.copyOf(scores);
    rows = Collections.unmodifiableNavigableMap(new TreeMap<>(rows));
    for (var row : rows.entrySet()) {
      if (row.getValue().size() != scores.size())
        throw new IllegalArgumentException(
            "`%s` needs %d numbers".formatted(row.getKey(), scores.size()));
    }
  }

  /** The names of all scores, in the order in which files list them. */
  public static List<String> scoreNames() {
    var names = new ArrayList<String>();
    for (Signal signal : SignalCatalog.STANDARD.all()) {
      if (signal.group().equals("score")) names.add(signal.name());
    }
    return List.copyOf(names);
  }
}
