package org.breakwater.server;

import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import org.breakwater.store.webhook.ActionProgress;

/** While no message belongs to an action, nobody has to be told. */
final class NoActions implements ActionProgress {
  @Override
  public void sent(Connection connection, UUID action, Instant at) {}

  @Override
  public void acknowledged(Connection connection, UUID action, Instant at) {}

  @Override
  public void failed(Connection connection, UUID action, Instant at, String why) {}
}
