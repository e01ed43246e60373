package org.breakwater.store.decision;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What follows from a group, written with it: messages to the platform, and counts. */
final class Effects {
  private static final String OUTBOX =
      "insert into outbox (decision, content, revision, deed, created_on) values (?, ?, ?, ?, ?)";
  private static final String COUNTER =
      """
      insert into counter (day, outcome, rules, decisions)
      select ?, * from unnest(?::text[], ?::int[], ?::bigint[])
      on conflict (day, outcome, rules)
        do update set decisions = counter.decisions + excluded.decisions
      """;

  private Effects() {}

  /** Writes them within the group's transaction. */
  static void write(Connection connection, Group group, Session session, Instant now)
      throws SQLException {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    outbox(connection, group, day);
    counters(connection, group, session, day);
  }

  private static void outbox(Connection connection, Group group, LocalDate day)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(OUTBOX)) {
      boolean some = false;
      for (Group.Row row : group.rows()) {
        boolean told =
            switch (row.draft().material()) {
              case Material.None _ -> false;
              case Material.Unrecorded kept ->
                  set(insert, row, kept.content(), kept.revision(), kept.deed(), day);
              case Material.Recorded kept ->
                  set(insert, row, kept.content(), kept.revision(), kept.deed(), day);
            };
        if (told) insert.addBatch();
        some |= told;
      }
      if (some) insert.executeBatch();
    }
  }

  private static boolean set(
      PreparedStatement insert,
      Group.Row row,
      String content,
      int revision,
      Deed deed,
      LocalDate day)
      throws SQLException {
    insert.setObject(1, row.place().decision());
    insert.setString(2, content);
    insert.setInt(3, revision);
    insert.setString(4, deed.word());
    insert.setObject(5, day);
    return true;
  }

  private static void counters(Connection connection, Group group, Session session, LocalDate day)
      throws SQLException {
    // Sorted, so that rows are always locked in the same order.
    Map<String, Map<Integer, Long>> counts = new TreeMap<>();
    for (Group.Row row : group.rows())
      counts
          .computeIfAbsent(row.draft().outcome(), _ -> new TreeMap<>())
          .merge(session.rules(row.draft().policies()), 1L, Long::sum);
    try (PreparedStatement upsert = connection.prepareStatement(COUNTER)) {
      for (Map.Entry<String, Map<Integer, Long>> outcome : counts.entrySet()) {
        Map<Integer, Long> byRules = outcome.getValue();
        String[] outcomes = new String[byRules.size()];
        Arrays.fill(outcomes, outcome.getKey());
        upsert.setObject(1, day);
        upsert.setArray(2, array(connection, "text", outcomes));
        upsert.setArray(3, array(connection, "int", byRules.keySet().toArray()));
        upsert.setArray(4, array(connection, "bigint", byRules.values().toArray()));
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static Array array(Connection connection, String type, Object[] values)
      throws SQLException {
    return connection.createArrayOf(type, values);
  }
}
