package org.breakwater.store.webhook;

import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;

/** While no message belongs to an action, nobody has to be told. */
public final class NoActions implements ActionProgress {
  @Override
  public void sent(Connection connection, UUID action, Instant at) {}

  @Override
  public void acknowledged(Connection connection, UUID action, Instant at) {}

  @Override
  public void failed(Connection connection, UUID action, Instant at, String why) {}
}
