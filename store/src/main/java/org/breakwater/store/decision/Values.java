package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

/** Sets the values of a statement one after the other, in the order of its question marks. */
final class Values {
  private final Connection connection;
  private final PreparedStatement statement;
  private int set;

  Values(Connection connection, PreparedStatement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  void add(Object value) throws SQLException {
    statement.setObject(++set, value);
  }

  <T> void array(String type, Collection<T> values, Function<T, Object> member)
      throws SQLException {
    Object[] members = values.stream().map(member).toArray();
    statement.setArray(++set, connection.createArrayOf(type, members));
  }

  /** The driver takes bytes only as {@code byte[][]}. */
  <T> void bytes(Collection<T> values, Function<T, byte[]> member) throws SQLException {
    byte[][] members = values.stream().map(member).toArray(byte[][]::new);
    statement.setArray(++set, connection.createArrayOf("bytea", members));
  }
}
