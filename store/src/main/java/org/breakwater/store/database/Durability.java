package org.breakwater.store.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server says about how it keeps what is committed, read back from it and not from what we
 * asked for.
 *
 * @param settings values by name, in fixed order
 */
public record Durability(Map<String, String> settings) {
  private static final List<String> NAMES =
      List.of(
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "wal_sync_method",
          "data_checksums",
          "server_version");

  public Durability {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Asks a database. */
  public static Durability of(Database database) {
    try (Connection connection = database.connect()) {
      return of(connection);
    } catch (SQLException e) {
      throw Database.gone(e);
    }
  }

  /** Asks over a connection, whose session may have settings of its own. */
  public static Durability of(Connection connection) throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      for (String name : NAMES) {
        ResultSet row = statement.executeQuery("show " + name);
        row.next();
        settings.put(name, row.getString(1));
      }
    }
    return new Durability(settings);
  }

  /** Whether this process was told to do without, as `bw torture --fsync off` does; never else. */
  public static boolean isWaived() {
    return fsync().equals("off");
  }

  static String fsync() {
    return System.getProperty("breakwater.fsync", "on");
  }

  /** Whether a commit is on the disk before it is acknowledged. */
  public boolean isFlushed() {
    return "on".equals(settings.get("fsync")) && !"off".equals(settings.get("synchronous_commit"));
  }
}
