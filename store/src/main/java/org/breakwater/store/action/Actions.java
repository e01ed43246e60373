package org.breakwater.store.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.store.database.Database;
import org.breakwater.store.decision.ActionState;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads actions. Safe for use by many threads. */
public final class Actions {
  private static final String SELECT =
      """
      select a.action, a.decision, a.content, a.revision, a.word, a.scope, a.undo, a.duration,
        a.clause, a.needed,
        (select count(*) from confirmation c where c.action = a.action and c.confirms),
        a.held, a.stage, a.state, a.due_at, a.expires_at, a.undoes, m.recorded
      from action a join material m using (decision)
      """;

  private final Database database;

  public Actions(Database database) {
    this.database = database;
  }

  /** One action with its steps; empty when there is none, or its time is over. */
  public Optional<Action> find(UUID action) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(SELECT + "where a.action = :action")
                    .bind("action", action)
                    .map((row, _) -> of(row, steps(handle, action)))
                    .findOne());
  }

  /** What was found about the account that an action closes, oldest first. */
  public List<Finding> findings(UUID action) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select person, confirms, victim, coercion, compromise, notes, reason, at
                        from confirmation where action = :action order by at
                        """)
                    .bind("action", action)
                    .map(
                        (row, _) ->
                            new Finding(
                                row.getString(1),
                                row.getBoolean(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getObject(8, OffsetDateTime.class).toInstant()))
                    .list());
  }

  /** Whether people confirmed what a decision proposes of its author's account, and it stands. */
  public boolean isAccountConfirmed(UUID decision) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select exists (select from action where decision = :decision
                          and word = :word and told and state not in ('undone', 'expired'))
                        """)
                    .bind("decision", decision)
                    .bind("word", org.breakwater.engine.policy.Action.DISABLE_ACCOUNT.word())
                    .mapTo(Boolean.class)
                    .one());
  }

  /**
   * Actions whose author is recorded, newest first, without their steps.
   *
   * @param state only those; empty for all
   * @param before only those older than this one; empty for the newest
   * @param max at most so many
   */
  public List<Action> page(Optional<ActionState> state, Optional<UUID> before, int max) {
    // As a constant, so that the index of what waits is found.
    String only = state.map(each -> "and a.state = '%s'".formatted(each.word())).orElse("");
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        SELECT
                            + """
                            where m.recorded and a.action < :before %s
                            order by a.action desc limit :max
                            """
                                .formatted(only))
                    .bind("before", before.orElse(new UUID(-1, -1)))
                    .bind("max", max)
                    .map((row, _) -> of(row, List.of()))
                    .list());
  }

  private static List<Action.Step> steps(Handle handle, UUID action) {
    return handle
        .createQuery("select at, state, by, why from action_step where action = :a order by step")
        .bind("a", action)
        .map(
            (row, _) ->
                new Action.Step(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4)))
        .list();
  }

  private static Action of(ResultSet row, List<Action.Step> steps) throws SQLException {
    return new Action(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getInt(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        Objects.requireNonNullElse(row.getString(9), ""),
        row.getInt(10),
        row.getInt(11),
        row.getBoolean(12),
        Objects.requireNonNullElse(row.getString(13), ""),
        ActionState.named(row.getString(14)).orElseThrow(),
        instant(row, 15),
        instant(row, 16),
        row.getObject(17, UUID.class),
        row.getBoolean(18),
        steps);
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
