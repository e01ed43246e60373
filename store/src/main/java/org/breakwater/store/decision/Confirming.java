package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Confirms what a machine only proposes: that an account is closed. */
final class Confirming {
  /** A case of danger or extortion that nobody has ruled on yet, of this content or author. */
  private static final String OPEN_CASE =
      """
      select from action e
        join material m on m.decision = e.decision,
        action a join material mine on mine.decision = a.decision
      where a.action = ? and e.word = 'escalate' and e.state = 'confirmed'
        and (not m.recorded or (m.json::jsonb ->> 'label') in ('extortion', 'imminent_danger'))
        and (e.content = a.content or m.author = mine.author)
      """;

  private final Connection connection;
  private final Instant now;
  private final Enforcement enforcement;

  Confirming(Connection connection, DecisionIds ids, Instant now) {
    this.connection = connection;
    this.now = now;
    this.enforcement = new Enforcement(connection, ids, now);
  }

  /** Whether someone may be in danger, to whom this account is the only way. */
  boolean isInOpenCase(UUID action) throws SQLException {
    return enforcement.any(OPEN_CASE, action);
  }

  /** Why it is refused; empty where it is entered, as confirmed or as held. */
  Optional<String> apply(UUID name, Act.Confirmed act) throws SQLException {
    Optional<ActionRow> found = ActionRow.locked(connection, act.action());
    if (found.isEmpty()) return Optional.of("there is no such action any more");
    ActionRow action = found.get();
    if (action.state() != ActionState.PLANNED)
      return Optional.of("it is %s already".formatted(action.state().word()));
    if (action.isHeld() && !act.isSenior())
      return Optional.of("an earlier check found that it may hit a victim");
    if (isInOpenCase(act.action()))
      return Optional.of("a case of danger or extortion is open that this account belongs to");
    boolean confirms = act.check().isClear() || act.isSenior();
    if (confirms && hasConfirmed(act))
      return Optional.of("the same person has confirmed it; a second one must");
    record(name, act, confirms);
    var by = new Enforcement.By(act.by(), act.reason(), name);
    if (!confirms) hold(action, by);
    else if (confirmations(act.action()) >= action.needed()) confirm(action, by);
    else Enforcement.step(connection, action.action(), ActionState.PLANNED, by, now);
    return Optional.empty();
  }

  private boolean hasConfirmed(Act.Confirmed act) throws SQLException {
    return enforcement.any(
        "select from confirmation where confirms and action = ? and person = ?",
        act.action(),
        act.by());
  }

  private void record(UUID name, Act.Confirmed act, boolean confirms) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into confirmation
              (act, action, person, confirms, victim, coercion, compromise, notes, reason, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      insert.setObject(1, name);
      insert.setObject(2, act.action());
      insert.setString(3, act.by());
      insert.setBoolean(4, confirms);
      insert.setString(5, word(act.check().victim()));
      insert.setString(6, word(act.check().coercion()));
      insert.setString(7, word(act.check().compromise()));
      insert.setString(8, act.check().notes());
      insert.setString(9, act.reason());
      insert.setObject(10, NewAction.at(now));
      insert.executeUpdate();
    }
  }

  private static String word(Check.Part part) {
    return part.found().name().toLowerCase(Locale.ROOT);
  }

  private int confirmations(UUID action) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select count(*) from confirmation where confirms and action = ?")) {
      select.setObject(1, action);
      ResultSet row = select.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }

  /** From now on only a senior moderator may confirm it. */
  private void hold(ActionRow action, Enforcement.By by) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update action set held = true where action = ?")) {
      update.setObject(1, action.action());
      update.executeUpdate();
    }
    Enforcement.step(connection, action.action(), ActionState.PLANNED, by, now);
  }

  private void confirm(ActionRow action, Enforcement.By by) throws SQLException {
    enforcement.move(action.action(), ActionState.CONFIRMED, by);
    enforcement.begin(action);
    Stages.first(enforcement, action, now);
  }
}
