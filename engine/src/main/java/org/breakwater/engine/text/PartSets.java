package org.breakwater.engine.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Sets of parts that are looked for together: tells from the symbols a text holds which sets may be
 * whole in it, before any part is looked for.
 */
final class PartSets {
  private static final int[] NONE = {};
  private static final int NO_SYMBOL = -1;

  /** For each set, the symbols without which it cannot be whole, rarest first. */
  private final int[][] needed;

  /** For each symbol, the sets of which it is the rarest one needed. */
  private final int[][] byRarest;

  /** One bit for each symbol that is the rarest of some set. */
  private final long[] rarest;

  /** Sets that need no symbol. */
  private final int[] always;

  /**
   * @param neededByPart for each part, the symbols in all its sequences
   * @param symbols one more than the highest symbol
   */
  PartSets(List<int[]> sets, List<int[]> neededByPart, int symbols) {
    needed = sets.stream().map(set -> needed(set, neededByPart)).toArray(int[][]::new);
    int[] uses = new int[symbols];
    for (int[] set : needed) {
      for (int symbol : set) uses[symbol]++;
    }
    byRarest = new int[symbols][];
    Arrays.fill(byRarest, NONE);
    var met = new BitSet(symbols);
    int[] free = NONE;
    for (int set = 0; set < needed.length; set++) {
      int[] byUse = byUse(needed[set], uses);
      needed[set] = byUse;
      int anchor = byUse.length == 0 ? NO_SYMBOL : byUse[0];
      if (anchor < 0) {
        free = with(free, set);
      } else {
        byRarest[anchor] = with(byRarest[anchor], set);
        met.set(anchor);
      }
    }
    rarest = met.toLongArray();
    always = free;
  }

  /** The sets that may be whole in a text, ascending; the others are not. */
  int[] possible(SymbolText text) {
    int[] found = always;
    for (int word = 0; word < rarest.length; word++) {
      for (long rest = rarest[word] & text.present(word); rest != 0; rest &= rest - 1) {
        int symbol = (word << 6) + Long.numberOfTrailingZeros(rest);
        for (int set : byRarest[symbol]) {
          if (isPossible(set, text)) found = with(found, set);
        }
      }
    }
    // What was only `always` is shared, and sorted.
    if (found != always) Arrays.sort(found);
    return found;
  }

  private boolean isPossible(int set, SymbolText text) {
    int[] symbols = needed[set];
    // The first is what it was found by.
    for (int i = 1; i < symbols.length; i++) {
      if (!text.isPresent(symbols[i])) return false;
    }
    return true;
  }

  private static int[] needed(int[] set, List<int[]> neededByPart) {
    return Arrays.stream(set)
        .flatMap(part -> Arrays.stream(neededByPart.get(part)))
        .distinct()
        .sorted()
        .toArray();
  }

  private static int[] byUse(int[] symbols, int[] uses) {
    return Arrays.stream(symbols)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(symbol -> uses[symbol]).thenComparing(s -> s))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] with(int[] some, int one) {
    int[] more = Arrays.copyOf(some, some.length + 1);
    more[some.length] = one;
    return more;
  }
}
