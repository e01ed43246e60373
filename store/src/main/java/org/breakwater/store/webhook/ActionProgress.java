package org.breakwater.store.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * Is told, in the delivery's own transaction, what became of a message that belongs to an action.
 * After {@code failed} it may still be {@code acknowledged}: a person can replay a dead letter.
 */
public interface ActionProgress {
  /** The first attempt was made. */
  void sent(Connection connection, UUID action, Instant at) throws SQLException;

  /** Every endpoint answered 2xx. */
  void acknowledged(Connection connection, UUID action, Instant at) throws SQLException;

  /** It is a dead letter at one endpoint. */
  void failed(Connection connection, UUID action, Instant at, String why) throws SQLException;
}
