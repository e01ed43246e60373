package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** Brings forward the day on which what was kept for review goes. */
final class MaterialClock {
  private MaterialClock() {}

  /** Seals the row anew: its day is among what is sealed. */
  static void end(Connection connection, LogSecrets secrets, UUID decision, LocalDate day)
      throws SQLException {
    Seals.MaterialRow row;
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select content, revision, text, expires_on from material
            where decision = ? and not recorded
            """)) {
      select.setObject(1, decision);
      ResultSet found = select.executeQuery();
      if (!found.next()) return;
      LocalDate before = found.getObject(4, LocalDate.class);
      row =
          new Seals.MaterialRow(
              decision,
              false,
              found.getString(1),
              found.getInt(2),
              found.getString(3),
              "",
              "",
              "",
              before.isBefore(day) ? before : day);
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update material set expires_on = ?, seal = ? where decision = ?")) {
      update.setObject(1, row.expiresOn());
      update.setObject(2, Seals.material(secrets, row));
      update.setObject(3, decision);
      update.executeUpdate();
    }
  }
}
