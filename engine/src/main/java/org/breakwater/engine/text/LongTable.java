package org.breakwater.engine.text;

import java.util.Arrays;
import java.util.Map;

/** An immutable hash table from non-negative longs to non-negative ints, without boxes. */
public final class LongTable {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** Keys, each with its value beside it; where there is none, the key is negative. */
  private final long[] cells;

  private final int shift;

  private LongTable(int size) {
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(size, 1));
    cells = new long[2 << bits];
    shift = Long.SIZE - bits;
    Arrays.fill(cells, -1);
  }

  public static LongTable of(Map<Long, Integer> entries) {
    var table = new LongTable(entries.size());
    entries.forEach(table::put);
    return table;
  }

  /** The value of a key; -1 when there is none. */
  public int find(long key) {
    int cell = cell(key);
    while (cells[cell] != key) {
      if (cells[cell] < 0) return -1;
      cell = (cell + 2) & (cells.length - 1);
    }
    return (int) cells[cell + 1];
  }

  private void put(long key, int value) {
    int cell = cell(key);
    while (cells[cell] >= 0) cell = (cell + 2) & (cells.length - 1);
    cells[cell] = key;
    cells[cell + 1] = value;
  }

  private int cell(long key) {
    return (int) ((key * GOLDEN) >>> shift) << 1;
  }
}
