package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.breakwater.store.database.Database;

/**
 * The writer's connection and the lock it holds: while it lives, nobody else appends to the log.
 */
final class Session implements AutoCloseable {
  /** Any number will do, as long as every Breakwater takes the same: "bwlog" in ASCII. */
  private static final long LOCK = 0x62776c6f67L;

  private final Connection connection;
  private final Map<String, Integer> rules = new HashMap<>();
  private LocalDate day = LocalDate.MIN;

  private Session(Connection connection) {
    this.connection = connection;
  }

  /** Another server writes to this database. */
  static final class Taken extends SQLException {
    Taken() {
      super("another server is the writer of this database");
    }
  }

  static Session open(Database database) throws SQLException {
    var session = new Session(database.connect());
    try {
      session.lock();
      return session;
    } catch (SQLException e) {
      session.close();
      throw e;
    }
  }

  private void lock() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
      row.next();
      if (!row.getBoolean(1)) throw new Taken();
    }
  }

  Connection connection() {
    return connection;
  }

  /** Sees to it that there is room for today's decisions. */
  void turnTo(Instant now) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (!today.isAfter(day)) return;
    Partitions.turn(connection, today);
    day = today;
  }

  /** The number under which rows name these rules. */
  int rules(String policies) throws SQLException {
    Integer known = rules.get(policies);
    if (known != null) return known;
    // Outside the batch's transaction: were that rolled back, the number would be remembered.
    try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into rules (policies) values (?) on conflict do nothing");
        PreparedStatement select =
            connection.prepareStatement("select rules from rules where policies = ?")) {
      insert.setString(1, policies);
      insert.executeUpdate();
      select.setString(1, policies);
      ResultSet row = select.executeQuery();
      row.next();
      int number = row.getInt(1);
      rules.put(policies, number);
      return number;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException _) {
      // Gone already, and the lock with it.
    }
  }
}
