package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.engine.enforcement.Plan;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Outcome;
import org.jspecify.annotations.Nullable;

/** Changes of actions within one transaction, each with a step that says so. */
final class Enforcement {
  private static final String STEP =
      "insert into action_step (action, at, state, by, why, act) values (?, ?, ?, ?, ?, ?)";

  /** Another that does the same to the same content still stands, so that nothing is put back. */
  private static final String STANDS =
      """
      select from action o where o.content = ? and o.revision = ? and o.deed = ? and o.action <> ?
        and o.told and o.undoes is null and o.state not in ('undone', 'expired')
      """;

  /** Likewise for an account. */
  private static final String ACCOUNT_STANDS =
      """
      select from action o join material m using (decision), material mine
      where mine.decision = ? and m.author = mine.author and o.action <> ? and o.told
        and o.deed in ('stop_publishing', 'disable_account')
        and o.state not in ('undone', 'expired')
      """;

  /**
   * Where the decision's own row is forgotten, which for what leaves no record is after a week, its
   * actions still say under which rules it was decided.
   */
  private static final String CONTENT =
      """
      select * from (
        select m.decision, m.content, m.recorded, a.rules
        from material m join action a using (decision)
        where m.decision = ? and m.revision = ?
        union
        select m.decision, m.content, m.recorded, d.rules
        from decision d join material m using (decision)
        where d.content = ? and m.revision = ?
      ) kept
      order by (decision = ?) desc, decision desc limit 1
      """;

  private final Connection connection;
  private final DecisionIds ids;
  private final Instant now;

  Enforcement(Connection connection, DecisionIds ids, Instant now) {
    this.connection = connection;
    this.ids = ids;
    this.now = now;
  }

  /**
   * Who changes it, and why.
   *
   * @param act the log's entry of it; absent where it is no person's
   */
  record By(String who, String why, @Nullable UUID act) {
    static final By CLOCK = new By("the clock", "its time was over", null);
  }

  /**
   * Puts it back, and has the platform told where it was told of it.
   *
   * @param end {@code UNDONE} or {@code EXPIRED}
   * @return false where it was over already
   */
  boolean undo(ActionRow action, ActionState end, By by) throws SQLException {
    if (!action.state().mayBecome(end) || action.isUndo()) return false;
    move(action.action(), end, by);
    Optional<Deed> back = action.isTold() ? action.deed().flatMap(Deed::undo) : Optional.empty();
    if (back.isPresent() && !stands(action, back.get()))
      insert(List.of(NewAction.undoing(ids.next(now), action, back.get())));
    return true;
  }

  /** As above, and counts it against whoever removed it by mistake. */
  boolean undoAsMistaken(ActionRow action, By by) throws SQLException {
    boolean counts = action.hides() && !action.cause().clause().isEmpty();
    boolean undone = undo(action, ActionState.UNDONE, by);
    if (undone && counts) Removals.mistaken(connection, action);
    return undone;
  }

  private boolean stands(ActionRow action, Deed back) throws SQLException {
    return back == Deed.ENABLE_ACCOUNT
        ? any(ACCOUNT_STANDS, action.decision(), action.action())
        : any(
            STANDS,
            action.content(),
            action.revision(),
            action.deed().orElseThrow().word(),
            action.action());
  }

  boolean any(String sql, Object... values) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql + " limit 1")) {
      for (int i = 0; i < values.length; i++) select.setObject(i + 1, values[i]);
      ResultSet row = select.executeQuery();
      return row.next();
    }
  }

  void insert(List<NewAction> actions) throws SQLException {
    NewAction.insert(connection, actions, now);
  }

  /** The state is to be one that may follow. */
  void move(UUID action, ActionState state, By by) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update action set state = ?, due_at = null, expires_at = null where action = ?")) {
      update.setString(1, state.word());
      update.setObject(2, action);
      update.executeUpdate();
    }
    step(connection, action, state, by, now);
  }

  static void step(Connection connection, UUID action, ActionState state, By by, Instant at)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(STEP)) {
      insert.setObject(1, action);
      insert.setObject(2, NewAction.at(at));
      insert.setString(3, state.word());
      insert.setString(4, by.who());
      insert.setString(5, by.why());
      insert.setObject(6, by.act());
      insert.executeUpdate();
    }
  }

  /** Sets the end of what begins now. */
  void begin(ActionRow action) throws SQLException {
    set(action, "expires_at", NewAction.end(now, action.duration()));
  }

  /** Leaves what is due for later. */
  void postpone(ActionRow action, Instant later) throws SQLException {
    set(action, "due_at", later);
  }

  private void set(ActionRow action, String column, @Nullable Instant value) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update action set %s = ? where action = ?".formatted(column))) {
      update.setObject(1, NewAction.at(value));
      update.setObject(2, action.action());
      update.executeUpdate();
    }
  }

  /** Has the platform told, and says when the next is due. */
  void tell(ActionRow action, Deed deed, String stage, @Nullable Instant next) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update action set told = true, deed = ?, stage = nullif(?, ''), due_at = ?
            where action = ?
            """)) {
      update.setString(1, deed.word());
      update.setString(2, stage);
      update.setObject(3, NewAction.at(next));
      update.setObject(4, action.action());
      update.executeUpdate();
    }
    NewAction.tell(connection, action, deed, now);
  }

  /** What a person's ruling changes of the actions on its content at its revision. */
  void ruled(UUID name, Act.Ruled ruled) throws SQLException {
    Optional<NewAction.Content> found = content(ruled);
    if (found.isEmpty()) return; // Nothing is kept, so nobody knows what to tell the platform.
    List<ActionRow> standing =
        ActionRow.standing(connection, found.get().content(), found.get().revision());
    var by = new By(ruled.by(), ruled.reason(), name);
    Outcome outcome = Outcome.named(ruled.outcome()).orElseThrow();
    for (ActionRow action : standing) ruled(action, outcome, by);
    plan(standing, wanted(outcome, ruled.confirmation()), found.get());
  }

  private void ruled(ActionRow action, Outcome outcome, By by) throws SQLException {
    boolean waits = isQueued(action.word());
    boolean isOver =
        switch (outcome) {
          case ALLOW, ALLOW_WITH_RESOURCES -> true;
          case ESCALATE -> action.hides();
          case REMOVE, REVIEW -> false;
        };
    if (waits && action.state() == ActionState.CONFIRMED)
      move(action.action(), ActionState.ACKNOWLEDGED, by);
    else if (isOver && !waits) undoAsMistaken(action, by);
  }

  /** What waits for a person: whatever is ruled, it is done with. */
  private static boolean isQueued(String word) {
    return word.equals(Action.QUEUE_REVIEW.word()) || word.equals(Action.ESCALATE.word());
  }

  /** What follows from a ruling; that the account is closed is proposed as it is by a machine. */
  private static List<Ordered> wanted(Outcome outcome, Confirmation confirmation) {
    List<Ordered> wanted = new ArrayList<>();
    switch (outcome) {
      case REMOVE -> wanted.add(Ordered.now(Action.REMOVE_CONTENT));
      case ESCALATE -> {
        wanted.add(Ordered.now(Action.NO_AMPLIFICATION));
        wanted.add(Ordered.now(Action.ESCALATE));
      }
      case ALLOW, ALLOW_WITH_RESOURCES, REVIEW -> {}
    }
    if (confirmation instanceof Confirmation.Violation violation && violation.people() > 0)
      wanted.add(new Ordered(Plan.of(Action.DISABLE_ACCOUNT), Duration.ZERO, violation.people()));
    return wanted;
  }

  private void plan(List<ActionRow> standing, List<Ordered> wanted, NewAction.Content content)
      throws SQLException {
    List<NewAction> planned = new ArrayList<>();
    for (Ordered ordered : wanted) {
      Optional<NewAction> next =
          NewAction.of(ids.next(now), content, ordered, now)
              .filter(each -> standing.stream().noneMatch(other -> isSame(each, other)));
      next.ifPresent(planned::add);
    }
    insert(planned);
  }

  private static boolean isSame(NewAction one, ActionRow other) {
    return one.deed() == null ? false : other.deed().filter(deed -> deed == one.deed()).isPresent();
  }

  /** The content that was ruled on, as far as it is kept; also where another decision keeps it. */
  private Optional<NewAction.Content> content(Act.Ruled ruled) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CONTENT)) {
      var values = new Values(connection, select);
      values.add(ruled.decision());
      values.add(ruled.revision());
      values.add(ruled.content());
      values.add(ruled.revision());
      values.add(ruled.decision());
      ResultSet row = select.executeQuery();
      return row.next()
          ? Optional.of(
              new NewAction.Content(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  ruled.revision(),
                  row.getBoolean(3),
                  Cause.NONE,
                  row.getInt(4)))
          : Optional.empty();
    }
  }
}
