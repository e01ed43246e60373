package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The days of the tables that are kept by the day: made before they are needed, then dropped. */
public final class Partitions {
  /** Rows of what is allowed, and of no-record labels. */
  static final String PASSING = "decision_passing";

  /** Rows whose author is recorded. */
  static final String KEPT = "decision_kept";

  private Partitions() {}

  /**
   * Makes a day and the next one, within no transaction. A table is made first and attached then,
   * because `create table … partition of` waits for everyone who reads the others, an audit of
   * hours among them.
   */
  public static void make(Connection connection, LocalDate day) throws SQLException {
    for (String table : List.of(PASSING, KEPT)) {
      List<LocalDate> there = days(connection, table);
      for (LocalDate each : List.of(day, day.plusDays(1)))
        if (!there.contains(each)) make(connection, table, each);
    }
  }

  private static void make(Connection connection, String table, LocalDate day) throws SQLException {
    String name = name(table, day);
    // Left over where we were killed between the two.
    execute(connection, "drop table if exists " + name);
    execute(connection, "create table %s (like %s)".formatted(name, table));
    execute(
        connection,
        "alter table %s attach partition %s for values from ('%s') to ('%s')"
            .formatted(
                table, name, DecisionIds.leastOf(day), DecisionIds.leastOf(day.plusDays(1))));
  }

  /** Drops the days before that one; waits a second for those who read them, no longer. */
  static void dropBefore(Connection connection, String table, LocalDate day) throws SQLException {
    for (LocalDate each : days(connection, table))
      if (each.isBefore(day))
        execute(
            connection,
            "begin; set local lock_timeout = '1s'; drop table %s; commit"
                .formatted(name(table, each)));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String name(String table, LocalDate day) {
    return table + "_" + day.toString().replace('-', '_');
  }

  /** The days for which there is room. */
  public static List<LocalDate> days(Connection connection) throws SQLException {
    return days(connection, PASSING);
  }

  private static List<LocalDate> days(Connection connection, String table) throws SQLException {
    List<LocalDate> days = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select relname from pg_inherits join pg_class on pg_class.oid = inhrelid
            where inhparent = ?::regclass
            """)) {
      select.setString(1, table);
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        String name = rows.getString(1);
        days.add(LocalDate.parse(name.substring(table.length() + 1).replace('_', '-')));
      }
    }
    return days;
  }
}
