package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Opens and closes circuit breakers, with the act that says so. */
final class Breakers {
  private Breakers() {}

  /** Why it is refused; empty where it is done. */
  static Optional<String> apply(Connection connection, UUID name, Act.Switched act, Instant now)
      throws SQLException {
    if (isOpen(connection, act) == act.isOpen())
      return Optional.of(act.isOpen() ? "it is open already" : "it is closed already");
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into breaker (clause, lang, is_open, reason, by, at, counts_from, act)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (clause, lang) do update set is_open = excluded.is_open,
              reason = excluded.reason, by = excluded.by, at = excluded.at,
              counts_from = excluded.counts_from, act = excluded.act
            """)) {
      upsert.setString(1, act.clause());
      upsert.setString(2, act.lang());
      upsert.setBoolean(3, act.isOpen());
      upsert.setString(4, act.reason());
      upsert.setString(5, act.by());
      upsert.setObject(6, NewAction.at(now));
      // What a person has looked at and closed does not open it again.
      upsert.setObject(7, act.isOpen() ? today : today.plusDays(1));
      upsert.setObject(8, name);
      upsert.executeUpdate();
    }
    return Optional.empty();
  }

  private static boolean isOpen(Connection connection, Act.Switched act) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select is_open from breaker where clause = ? and lang = ?")) {
      select.setString(1, act.clause());
      select.setString(2, act.lang());
      ResultSet row = select.executeQuery();
      return row.next() && row.getBoolean(1);
    }
  }
}
