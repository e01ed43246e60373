package org.breakwater.spec.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a whole log from its tiles by the text of C2SP tlog-tiles alone, and says what is not as it
 * should be.
 */
final class SlowTiles {
  private static final int WIDTH = 256;

  private final Function<String, byte[]> get;
  private final List<String> faults = new ArrayList<>();

  private SlowTiles(Function<String, byte[]> get) {
    this.get = get;
  }

  /**
   * Checks it.
   *
   * @param checkpoint a signed note, whose signature is checked elsewhere
   * @param get what stands at a path such as {@code tile/0/x001/234.p/5}
   */
  static List<String> faults(String checkpoint, Function<String, byte[]> get) {
    String[] lines = checkpoint.split("\n", -1);
    var tiles = new SlowTiles(get);
    tiles.check(Integer.parseInt(lines[1]), Base64.getDecoder().decode(lines[2]));
    return tiles.faults;
  }

  private void check(int size, byte[] root) {
    List<byte[]> leaves = new ArrayList<>();
    for (int from = 0; from < size; from += WIDTH) {
      int width = Math.min(WIDTH, size - from);
      byte[] bundle = get.apply(path("entries", from / WIDTH, width));
      entries(bundle, width).forEach(entry -> leaves.add(SlowTree.leaf(entry)));
    }
    if (leaves.size() != size) faults.add("entries: %d of %d".formatted(leaves.size(), size));
    else if (!Arrays.equals(SlowTree.root(leaves), root)) faults.add("entries: another root");
    int level = 0;
    for (List<byte[]> row = leaves; !row.isEmpty(); row = above(row), level++) check(level, row);
  }

  private void check(int level, List<byte[]> row) {
    for (int from = 0; from < row.size(); from += WIDTH) {
      List<byte[]> hashes = row.subList(from, Math.min(row.size(), from + WIDTH));
      String path = path(Integer.toString(level), from / WIDTH, hashes.size());
      var expected = ByteBuffer.allocate(32 * hashes.size());
      hashes.forEach(expected::put);
      if (!Arrays.equals(expected.array(), get.apply(path))) faults.add(path);
    }
  }

  private static List<byte[]> above(List<byte[]> row) {
    List<byte[]> above = new ArrayList<>();
    for (int from = 0; from + WIDTH <= row.size(); from += WIDTH)
      above.add(SlowTree.root(row.subList(from, from + WIDTH)));
    return above;
  }

  private static List<byte[]> entries(byte[] bundle, int count) {
    var buffer = ByteBuffer.wrap(bundle);
    List<byte[]> entries = new ArrayList<>();
    while (entries.size() < count && buffer.remaining() >= 2) {
      var entry = new byte[Math.min(buffer.getShort() & 0xffff, buffer.remaining())];
      buffer.get(entry);
      entries.add(entry);
    }
    return buffer.hasRemaining() ? List.of("too much".getBytes(UTF_8)) : entries;
  }

  private static String path(String level, int index, int width) {
    String path = "tile/%s/".formatted(level);
    if (index >= 1000) path += "x%03d/".formatted(index / 1000);
    path += "%03d".formatted(index % 1000);
    return width == WIDTH ? path : path + ".p/" + width;
  }
}
