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

  static final String COUNTER =
      """
      insert into removal (day, clause, lang, removed, mistaken)
      select ?, clause, lang, removed, 0
      from unnest(?::text[], ?::text[], ?::bigint[]) as counted (clause, lang, removed)
      on conflict (day, clause, lang) do update set removed = removal.removed + excluded.removed
      """;

  private Removals() {}

  /** Sets the values of {@link #COUNTER}. */
  static void count(Values values, Group group, LocalDate day) throws SQLException {
    // Sorted, so that rows are always locked in the same order.
    Map<Cause, Long> counts = new TreeMap<>(ORDER);
    for (Group.Row row : group.rows()) {
      Cause cause = row.draft().cause();
      if (!cause.clause().isEmpty()) counts.merge(cause, 1L, Long::sum);
    }
    values.add(day);
    values.array("text", counts.keySet(), Cause::clause);
    values.array("text", counts.keySet(), Cause::lang);
    values.array("bigint", counts.values(), each -> each);
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
