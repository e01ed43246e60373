package org.breakwater.store.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tables there are. Whatever a migration adds is backed up without being named here, but for
 * samples: they go after 30 days, and a backup could be read for 30 days more.
 */
final class Tables {
  private Tables() {}

  /** All that hold rows of ours; a table by the day counts as one. */
  static List<String> names(Connection connection) throws SQLException {
    return words(
        connection,
        """
        select relname::text from pg_class
        where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
          and not relispartition
          and relname not in ('flyway_schema_history', 'sample', 'sample_population')
        order by 1
        """);
  }

  /** Columns in fixed order, without those that are worked out from others. */
  static List<String> columns(Connection connection, String table) throws SQLException {
    return words(
        connection,
        """
        select quote_ident(attname) from pg_attribute
        where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        order by attnum
        """,
        table);
  }

  /**
   * Statements that let identity columns go on after what was restored. Messages go on beyond every
   * number given out since the backup: receivers know a message by it, and would pass a new one
   * over.
   */
  static List<String> continuations(Connection connection) throws SQLException {
    return words(
        connection,
        """
        select format('select setval(pg_get_serial_sequence(%L, %L),'
          ' greatest(coalesce(max(%I), 0) + 1, %s), false) from %I',
          relname, attname, attname, case when (relname, attname) = ('outbox', 'message')
            then '(extract(epoch from clock_timestamp()) * 1000)::bigint' else '0' end, relname)
        from pg_attribute join pg_class on pg_class.oid = attrelid
        where relnamespace = current_schema()::regnamespace and attidentity <> ''
        """);
  }

  /** The newest migration. */
  static String level(Connection connection) throws SQLException {
    return words(
            connection,
            """
            select version from flyway_schema_history where success and version is not null
            order by installed_rank desc limit 1
            """)
        .getFirst();
  }

  private static List<String> words(Connection connection, String sql, String... values)
      throws SQLException {
    List<String> words = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) select.setString(i + 1, values[i]);
      ResultSet rows = select.executeQuery();
      while (rows.next()) words.add(rows.getString(1));
    }
    return words;
  }
}
