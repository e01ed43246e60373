package org.breakwater.engine.text;

import java.util.Arrays;
import java.util.Map;

/** An immutable hash table from non-negative longs to non-negative ints, without boxes. */
public final class LongTable {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long[] keys;
  private final int[] values;
  private final int shift;

  private LongTable(int size) {
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(size, 1));
    keys = new long[1 << bits];
    values = new int[1 << bits];
    shift = Long.SIZE - bits;
    Arrays.fill(keys, -1);
  }

  public static LongTable of(Map<Long, Integer> entries) {
    var table = new LongTable(entries.size());
    entries.forEach(table::put);
    return table;
  }

  /** The value of a key; -1 when there is none. */
  public int find(long key) {
    int slot = (int) ((key * GOLDEN) >>> shift);
    while (keys[slot] != key) {
      if (keys[slot] < 0) return -1;
      slot = (slot + 1) & (keys.length - 1);
    }
    return values[slot];
  }

  private void put(long key, int value) {
    int slot = (int) ((key * GOLDEN) >>> shift);
    while (keys[slot] >= 0) slot = (slot + 1) & (keys.length - 1);
    keys[slot] = key;
    values[slot] = value;
  }
}
