package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the platform made of an action's message, entered in the delivery's own transaction. */
public final class Delivered {
  private Delivered() {}

  /**
   * Enters it where that may follow; an action that is over, or gone with its material, stays so.
   *
   * @param why lower case; empty where all is well
   */
  public static void move(
      Connection connection, UUID action, ActionState state, String why, Instant at)
      throws SQLException {
    Optional<ActionRow> found = ActionRow.locked(connection, action);
    if (found.isEmpty() || !found.get().state().mayBecome(state)) return;
    try (PreparedStatement update =
        connection.prepareStatement("update action set state = ? where action = ?")) {
      update.setString(1, state.word());
      update.setObject(2, action);
      update.executeUpdate();
    }
    var by = new Enforcement.By("the platform", why, null);
    Enforcement.step(connection, action, state, by, at);
  }
}
