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
import org.breakwater.store.database.Durability;

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

  /** This database cannot be written to now, though it answers; the message says why. */
  static final class Refused extends SQLException {
    Refused(String why) {
      super(why);
    }
  }

  static Session open(Database database) throws SQLException {
    var session = new Session(database.connect());
    try {
      session.lock();
      session.mustFlush();
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
      if (!row.getBoolean(1)) throw new Refused("another server is the writer of this database");
    }
  }

  /** A database, or a role in it, may have been told to answer before anything is on the disk. */
  private void mustFlush() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = on");
    }
    if (!Durability.of(connection).isFlushed() && !Durability.isWaived())
      throw new Refused("the database has fsync off, so that no answer would survive; set it on");
  }

  Connection connection() {
    return connection;
  }

  /** Sees to it that there is room for that day's decisions. */
  void turnTo(Instant now) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (today.equals(day)) return;
    Partitions.make(connection, today);
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
