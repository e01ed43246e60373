package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The days of the decision table: made before they are needed, dropped when their time is over. */
final class Partitions {
  /** How long rows of what is allowed, and of no-record labels, are kept (design.md §5). */
  static final int PASSING_DAYS = 7;

  private static final String PASSING = "decision_passing";
  private static final String KEPT = "decision_kept";

  private Partitions() {}

  /** Makes a day and the next one, and drops what has had its time; within no transaction. */
  static void turn(Connection connection, LocalDate day) throws SQLException {
    for (LocalDate each : List.of(day, day.plusDays(1))) {
      make(connection, PASSING, each);
      make(connection, KEPT, each);
    }
    for (LocalDate gone : days(connection, PASSING)) {
      if (gone.isBefore(day.minusDays(PASSING_DAYS))) drop(connection, gone);
    }
    try (PreparedStatement delete =
        connection.prepareStatement("delete from material where expires_on <= ?")) {
      delete.setObject(1, day);
      delete.executeUpdate();
    }
  }

  private static void make(Connection connection, String table, LocalDate day) throws SQLException {
    execute(
        connection,
        "create table if not exists %s partition of %s for values from ('%s') to ('%s')"
            .formatted(
                name(table, day),
                table,
                DecisionIds.leastOf(day),
                DecisionIds.leastOf(day.plusDays(1))));
  }

  private static void drop(Connection connection, LocalDate day) throws SQLException {
    execute(connection, "drop table " + name(PASSING, day));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String name(String table, LocalDate day) {
    return table + "_" + day.toString().replace('-', '_');
  }

  private static List<LocalDate> days(Connection connection, String table) throws SQLException {
    List<LocalDate> days = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select inhrelid::regclass::text from pg_inherits where inhparent = ?::regclass")) {
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
