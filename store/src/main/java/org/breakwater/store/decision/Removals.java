package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Counts what machines removed, and what of that people undid as mistaken. */
final class Removals {
  private static final Comparator<Cause> ORDER =
      Comparator.comparing(Cause::clause).thenComparing(Cause::lang);

  private Removals() {}

  /** Counts a group's. */
  static void count(Connection connection, Group group, LocalDate day) throws SQLException {
    // Sorted, so that rows are always locked in the same order.
    Map<Cause, Long> counts = new TreeMap<>(ORDER);
    for (Group.Row row : group.rows()) {
      Cause cause = row.draft().cause();
      if (!cause.clause().isEmpty()) counts.merge(cause, 1L, Long::sum);
    }
    if (counts.isEmpty()) return;
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into removal (day, clause, lang, removed, mistaken) values (?, ?, ?, ?, 0)
            on conflict (day, clause, lang) do update set removed = removal.removed + excluded.removed
            """)) {
      for (Map.Entry<Cause, Long> each : counts.entrySet()) {
        upsert.setObject(1, day);
        upsert.setString(2, each.getKey().clause());
        upsert.setString(3, each.getKey().lang());
        upsert.setLong(4, each.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  /** Counts one as mistaken, on the day on which it was removed. */
  static void mistaken(Connection connection, ActionRow removal) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update removal set mistaken = mistaken + 1
            where day = ? and clause = ? and lang = ?
            """)) {
      update.setObject(1, DecisionIds.dayOf(removal.action()));
      update.setString(2, removal.cause().clause());
      update.setString(3, removal.cause().lang());
      update.executeUpdate();
    }
  }
}
