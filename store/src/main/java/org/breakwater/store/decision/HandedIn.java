package org.breakwater.store.decision;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Acts of verbs that run beside the server. Only one process writes the log, so they leave their
 * acts in a table, in the transaction of the deed itself; it finds them there.
 */
public final class HandedIn {
  private static final int AT_ONCE = 1_000;
  private static final long EVERY_NANOS = 1_000_000_000L;

  private long lookedNanos;
  private boolean looked;

  HandedIn() {}

  /**
   * One act.
   *
   * @param waiting its number
   */
  record Row(long waiting, String json) {}

  /**
   * Leaves an act for the writer.
   *
   * @param by who did it
   * @param object to what; never content, an author or a network address
   */
  public static void put(Handle handle, String deed, String by, String object) {
    put(handle, json(deed, by, object));
  }

  /** What the log commits to of a deed. */
  static String json(String deed, String by, String object) {
    return "{\"act\":\"%s\",\"by\":\"%s\",\"object\":\"%s\"}"
        .formatted(escaped(deed), escaped(by), escaped(object));
  }

  /** Names of deeds and people have no control characters. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** Leaves an act for the writer. */
  static void put(Handle handle, String json) {
    handle.execute("insert into act_waiting (json) values (?)", json);
  }

  /** Those that wait; looks no oftener than once a second. */
  List<Row> take(Connection connection, long nanos) throws SQLException {
    if (looked && nanos - lookedNanos < EVERY_NANOS) return List.of();
    looked = true;
    lookedNanos = nanos;
    List<Row> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select waiting, json from act_waiting order by waiting limit " + AT_ONCE)) {
      ResultSet rows = select.executeQuery();
      while (rows.next()) found.add(new Row(rows.getLong(1), rows.getString(2)));
    }
    return found;
  }

  /** Takes them out, in the transaction that enters them. */
  static void remove(Connection connection, List<Row> entered) throws SQLException {
    if (entered.isEmpty()) return;
    try (PreparedStatement delete =
        connection.prepareStatement("delete from act_waiting where waiting = any(?)")) {
      Array numbers =
          connection.createArrayOf("bigint", entered.stream().map(Row::waiting).toArray());
      delete.setArray(1, numbers);
      delete.executeUpdate();
    }
  }
}
