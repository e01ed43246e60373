package org.breakwater.store.action;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.breakwater.store.decision.ActionState;
import org.breakwater.store.decision.Delivered;
import org.breakwater.store.webhook.ActionProgress;

/** Lets an action's state follow the delivery of its message. */
public final class Progress implements ActionProgress {
  @Override
  public void sent(Connection connection, UUID action, Instant at) throws SQLException {
    Delivered.move(connection, action, ActionState.SENT, "", at);
  }

  @Override
  public void acknowledged(Connection connection, UUID action, Instant at) throws SQLException {
    Delivered.move(connection, action, ActionState.ACKNOWLEDGED, "", at);
  }

  @Override
  public void failed(Connection connection, UUID action, Instant at, String why)
      throws SQLException {
    Delivered.move(connection, action, ActionState.FAILED, why, at);
  }
}
