package org.breakwater.store.merkle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the log as C2SP tlog-tiles cuts it, for whoever keeps a copy: up to 256 hashes, or up
 * to 256 entries.
 *
 * @param level of a tile of hashes, those of subtrees of 256^level leaves; {@link #ENTRIES} for a
 *     bundle of entries
 * @param index number of the tile in its level, from 0
 * @param width hashes or entries, 1 to 256; fewer than 256 only at the right edge
 */
public record Tile(int level, long index, int width) {
  /** Hashes in a whole tile. */
  public static final int WIDTH = 256;

  /** The level of bundles of entries. */
  public static final int ENTRIES = -1;

  private static final int LEVELS = 8;
  private static final Pattern PATH =
      Pattern.compile(
          "(?<level>entries|0|[1-9][0-9]?)/(?<index>(?:x[0-9]{3}/){0,5}[0-9]{3})"
              + "(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

  public Tile {
    if (level < ENTRIES || level > 63) throw new IllegalArgumentException("level " + level);
    if (index < 0) throw new IllegalArgumentException("index < 0: " + index);
    if (width < 1 || width > WIDTH) throw new IllegalArgumentException("width " + width);
  }

  /** Reads what stands behind {@code /tile/}; empty when it names no tile. */
  public static Optional<Tile> parse(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) return Optional.empty();
    String level = matcher.group("level");
    String width = matcher.group("width");
    int number = level.equals("entries") ? ENTRIES : Integer.parseInt(level);
    int wide = width == null ? WIDTH : Integer.parseInt(width);
    if (number > 63 || (width != null && wide >= WIDTH)) return Optional.empty();
    long index = Long.parseLong(matcher.group("index").replaceAll("[x/]", ""));
    var tile = new Tile(number, index, wide);
    // One tile has one path.
    return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
  }

  /** What stands behind {@code /tile/}. */
  public String path() {
    Deque<String> parts = new ArrayDeque<>();
    parts.push("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000)
      parts.push("x%03d".formatted(rest % 1000));
    String partial = width == WIDTH ? "" : ".p/" + width;
    String first = level == ENTRIES ? "entries" : Integer.toString(level);
    return first + "/" + String.join("/", parts) + partial;
  }

  /** The level of its hashes in the tree; 0 for leaves and entries. */
  public int treeLevel() {
    return Math.max(0, level) * LEVELS;
  }

  /** Number of its first hash or entry. */
  public long first() {
    return index * WIDTH;
  }

  /** Whether a log of that size has it. */
  public boolean isIn(long size) {
    int shift = treeLevel();
    return shift < Long.SIZE - 1 && first() + width <= size >> shift;
  }
}
