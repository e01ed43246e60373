package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.breakwater.store.database.Database;
import org.jdbi.v3.core.Handle;

/** Reads what people found out about places to get help. Safe for use by many threads. */
public final class HelpChecks {
  private static final String INSERT =
      "insert into help_check (%s, seal) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          .formatted(HelpCheck.COLUMNS);

  private final Database database;
  private final LogSecrets secrets;

  public HelpChecks(Database database, LogSecrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /** The newest on each entry. One that was changed behind our back is left out, with its entry. */
  public List<HelpCheck> newest() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select distinct on (entry) %s, seal from help_check
                        order by entry, act desc
                        """
                            .formatted(HelpCheck.COLUMNS))
                    .map((row, _) -> isSealed(row) ? List.of(HelpCheck.of(row)) : none())
                    .list())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<HelpCheck> none() {
    return List.of();
  }

  /** All on one entry, newest first. */
  public List<HelpCheck> of(String entry) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select %s from help_check where entry = :entry order by act desc"
                            .formatted(HelpCheck.COLUMNS))
                    .bind("entry", entry)
                    .map((row, _) -> HelpCheck.of(row))
                    .list());
  }

  static void insert(Connection connection, LogSecrets secrets, UUID act, HelpCheck.Finding finding)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, act);
      insert.setString(2, finding.entry());
      insert.setString(3, finding.entryHash());
      insert.setString(4, finding.kind());
      insert.setString(5, finding.method());
      insert.setString(6, finding.shares());
      insert.setObject(7, finding.checkedOn());
      insert.setObject(8, finding.expiresOn());
      insert.setString(9, finding.note());
      insert.setString(10, finding.by());
      insert.setObject(11, seal(secrets, new HelpCheck(act, finding)));
      insert.executeUpdate();
    }
  }

  private static UUID seal(LogSecrets secrets, HelpCheck check) {
    HelpCheck.Finding found = check.finding();
    return secrets.seal(
        "help_check",
        check.act(),
        found.entry(),
        found.entryHash(),
        found.kind(),
        found.method(),
        found.shares(),
        found.checkedOn(),
        found.expiresOn(),
        found.note(),
        found.by());
  }

  private boolean isSealed(ResultSet row) throws SQLException {
    return seal(secrets, HelpCheck.of(row)).equals(row.getObject(11, UUID.class));
  }

  /** Rows that were changed after they were written. */
  static List<String> faults(Handle handle, LogSecrets secrets) {
    var checks = new ArrayList<String>();
    handle
        .createQuery("select %s, seal from help_check".formatted(HelpCheck.COLUMNS))
        .map(
            (row, _) -> {
              HelpCheck check = HelpCheck.of(row);
              boolean holds = seal(secrets, check).equals(row.getObject(11, UUID.class));
              return holds
                  ? ""
                  : "help check %s: was changed after it was written".formatted(check.act());
            })
        .forEach(
            fault -> {
              if (!fault.isEmpty()) checks.add(fault);
            });
    return checks;
  }
}
