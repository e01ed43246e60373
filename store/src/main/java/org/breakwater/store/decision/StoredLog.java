package org.breakwater.store.decision;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.store.database.Database;
import org.breakwater.store.merkle.Frontier;
import org.breakwater.store.merkle.Hash;
import org.breakwater.store.merkle.Tile;
import org.breakwater.store.merkle.Tree;
import org.jdbi.v3.core.Handle;

/** Reads the log's entries and trees from the database. */
final class StoredLog {
  private final Database database;

  StoredLog(Database database) {
    this.database = database;
  }

  /**
   * One entry.
   *
   * @param leaves of the batch's own tree
   */
  record Entry(String text, List<Hash> leaves) {}

  long size() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select coalesce(max(entry) + 1, 0) from log_entry")
                    .mapTo(Long.class)
                    .one());
  }

  Optional<Entry> entry(long number) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select text, leaves from log_entry where entry = :number")
                    .bind("number", number)
                    .map((row, _) -> new Entry(row.getString(1), hashes(row.getBytes(2))))
                    .findOne());
  }

  /** The hashes or entries of a tile, in the form of C2SP tlog-tiles; it must be in the log. */
  byte[] tile(Tile tile) {
    String sql =
        tile.level() == Tile.ENTRIES
            ? "select convert_to(text, 'UTF8') from log_entry"
                + " where entry >= :first and entry < :end and :level = 0 order by entry"
            : "select hash from log_node"
                + " where level = :level and node >= :first and node < :end order by node";
    var bytes = new ByteArrayOutputStream();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery(sql)
                    .bind("level", tile.treeLevel())
                    .bind("first", tile.first())
                    .bind("end", tile.first() + tile.width())
                    .map((row, _) -> row.getBytes(1))
                    .forEach(part -> write(bytes, part, tile.level() == Tile.ENTRIES)));
    return bytes.toByteArray();
  }

  /** Entries stand with their length before them, as 16 bits. */
  private static void write(ByteArrayOutputStream bytes, byte[] part, boolean withLength) {
    if (withLength) {
      bytes.write(part.length >> 8);
      bytes.write(part.length);
    }
    bytes.writeBytes(part);
  }

  /** The end of the log. */
  Frontier frontier() {
    long size = size();
    return database.jdbi().withHandle(handle -> Frontier.of(tree(handle, size)));
  }

  /** The root of the first {@code size} entries. */
  Hash root(long size) {
    return database.jdbi().withHandle(handle -> tree(handle, size).root());
  }

  List<Hash> inclusion(long entry, long size) {
    return database.jdbi().withHandle(handle -> tree(handle, size).inclusion(entry));
  }

  List<Hash> consistency(long older, long size) {
    return database.jdbi().withHandle(handle -> tree(handle, size).consistency(older));
  }

  private static Tree tree(Handle handle, long size) {
    return new Tree((level, node) -> node(handle, level, node), size);
  }

  private static Hash node(Handle handle, int level, long node) {
    return handle
        .createQuery("select hash from log_node where level = :level and node = :node")
        .bind("level", level)
        .bind("node", node)
        .map((row, _) -> Hash.of(row.getBytes(1)))
        .findOne()
        .orElseThrow(() -> Contradiction.of("the log has no node %d/%d", level, node));
  }

  static List<Hash> hashes(byte[] bytes) {
    List<Hash> hashes = new ArrayList<>();
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.remaining() >= Hash.BYTES) {
      var hash = new byte[Hash.BYTES];
      buffer.get(hash);
      hashes.add(Hash.of(hash));
    }
    return hashes;
  }
}
