package org.breakwater.engine.policy.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the name somebody probably meant. */
public final class Nearest {
  private static final int LISTED_MAX = 14;

  private Nearest() {}

  /** The help for a name that is not among those known; empty when none is near and many are. */
  public static String help(String name, Collection<String> known) {
    Optional<String> nearest = of(name, known);
    if (nearest.isPresent()) return "did you mean `" + nearest.get() + "`?";
    if (known.size() > LISTED_MAX) return "";
    return "known are "
        + known.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
  }

  /** The known name at the smallest edit distance: at most 2 and at most a third of its length. */
  public static Optional<String> of(String name, Collection<String> known) {
    return known.stream()
        .map(each -> new Near(each, distance(name, each)))
        .filter(near -> near.distance <= 2 && near.distance * 3 <= Math.max(name.length(), 3))
        .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .map(Near::name);
  }

  /** As {@link #of}, also for a dotted name of which only the first or last part is right. */
  static String helpForDotted(String name, List<String> known) {
    Optional<String> nearest = of(name, known);
    if (nearest.isPresent()) return "did you mean `" + nearest.get() + "`?";
    String group = name.substring(0, Math.max(name.indexOf('.'), 0));
    List<String> siblings =
        known.stream()
            .filter(each -> each.startsWith(group + "."))
            .filter(_ -> !group.isEmpty())
            .toList();
    if (!siblings.isEmpty()) return help(name, siblings);
    return "signals are listed by `bw signals`";
  }

  private record Near(String name, int distance) {}

  /** Insertions, deletions, substitutions and swaps of neighbours between two words. */
  static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) cost[i][0] = i;
    for (int j = 0; j <= right.length(); j++) cost[0][j] = j;
    for (int i = 1; i <= left.length(); i++) {
      for (int j = 1; j <= right.length(); j++) {
        int changed = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + changed);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[left.length()][right.length()];
  }
}
