package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a change of an action has to know of it.
 *
 * @param deed what the platform is told; empty where it is not
 * @param cause of a removal by a machine, where its author is recorded
 * @param isRecorded whether its author is
 */
record ActionRow(
    UUID action,
    UUID decision,
    String content,
    int revision,
    String word,
    Optional<Deed> deed,
    String scope,
    int rules,
    Cause cause,
    int needed,
    boolean isHeld,
    ActionState state,
    boolean isTold,
    String duration,
    boolean isUndo,
    boolean isRecorded) {
  private static final String SELECT =
      """
      select a.action, a.decision, a.content, a.revision, a.word, a.deed, a.scope, a.rules,
        a.clause, a.lang, a.needed, a.held, a.state, a.told, a.duration,
        a.undoes is not null, m.recorded
      from action a join material m using (decision)
      """;

  /** The action, locked until the transaction ends. */
  static Optional<ActionRow> locked(Connection connection, UUID action) throws SQLException {
    return select(connection, "where a.action = ? for update of a", action).stream().findFirst();
  }

  /** Those that are not over, on a content at a revision, oldest first; locked. */
  static List<ActionRow> standing(Connection connection, String content, int revision)
      throws SQLException {
    return select(
        connection,
        """
        where a.content = ? and a.revision = ? and a.undoes is null
          and a.state not in ('undone', 'expired') order by a.action for update of a
        """,
        content,
        revision);
  }

  static List<ActionRow> select(Connection connection, String where, Object... values)
      throws SQLException {
    List<ActionRow> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
      for (int i = 0; i < values.length; i++) select.setObject(i + 1, values[i]);
      ResultSet rows = select.executeQuery();
      while (rows.next()) found.add(of(rows));
    }
    return found;
  }

  private static ActionRow of(ResultSet row) throws SQLException {
    return new ActionRow(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getInt(4),
        row.getString(5),
        Optional.ofNullable(row.getString(6)).flatMap(Deed::named),
        row.getString(7),
        row.getInt(8),
        new Cause(text(row, 9), text(row, 10)),
        row.getInt(11),
        row.getBoolean(12),
        ActionState.named(row.getString(13)).orElseThrow(),
        row.getBoolean(14),
        row.getString(15),
        row.getBoolean(16),
        row.getBoolean(17));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  boolean hides() {
    return deed.filter(Deed.HIDE::equals).isPresent();
  }
}
