package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action as it is first written, and the message of it.
 *
 * @param deed what the platform is told
 * @param state where it begins
 * @param dueAt when its message goes to the outbox; absent where it goes now, or there is none
 */
record NewAction(
    UUID action,
    Content content,
    String word,
    @Nullable Deed deed,
    String scope,
    String undo,
    String duration,
    int needed,
    ActionState state,
    @Nullable Instant dueAt,
    @Nullable Instant expiresAt,
    @Nullable UUID undoes) {
  /** How long a proposal waits for whoever confirms it. */
  private static final Period PROPOSED = Period.ofDays(30);

  private static final String ACTION =
      """
      insert into action
        (action, decision, content, revision, word, deed, scope, undo, duration, clause, lang,
        rules, needed, state, told, due_at, expires_at, undoes)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String MESSAGE =
      """
      insert into outbox (decision, content, revision, deed, created_on, action)
      values (?, ?, ?, ?, ?, ?)
      """;

  /**
   * What an action is about, and why.
   *
   * @param isRecorded whether its author is
   * @param rules under which it was decided
   */
  record Content(
      UUID decision, String content, int revision, boolean isRecorded, Cause cause, int rules) {}

  /** As ordered; empty where the answer to the request is all there is of it. */
  static Optional<NewAction> of(UUID action, Content content, Ordered ordered, Instant now) {
    var planned = ordered.planned();
    Road road =
        content.isRecorded() ? Road.of(planned.action()) : Road.ofUnrecorded(planned.action());
    return switch (road) {
      case Road.Answered _ -> Optional.empty();
      case Road.Inner _ -> Optional.of(of(action, content, ordered, null, now));
      case Road.Told(var deed) -> Optional.of(of(action, content, ordered, deed, now));
    };
  }

  private static NewAction of(
      UUID action, Content content, Ordered ordered, @Nullable Deed deed, Instant now) {
    var planned = ordered.planned();
    boolean proposed = ordered.people() > 0;
    boolean later = !proposed && deed != null && ordered.delay().isPositive();
    String duration = planned.duration().isZero() ? "" : planned.duration().toString();
    Instant begins = now.plus(ordered.delay());
    return new NewAction(
        action,
        content,
        planned.action().word(),
        deed,
        planned.scope().word(),
        planned.undo(),
        duration,
        ordered.people(),
        proposed ? ActionState.PLANNED : ActionState.CONFIRMED,
        later ? begins : null,
        proposed ? after(now, PROPOSED) : end(begins, duration),
        null);
  }

  /** What nobody sees is not amplified either, so that the platform is told one thing. */
  NewAction besideHiding() {
    return deed == Deed.REVIEW
        ? new NewAction(
            action, content, word, null, scope, undo, duration, needed, state, null, expiresAt,
            null)
        : this;
  }

  /** What puts another back. */
  static NewAction undoing(UUID action, ActionRow undone, Deed deed) {
    var content =
        new Content(
            undone.decision(),
            undone.content(),
            undone.revision(),
            undone.isRecorded(),
            undone.isRecorded() ? undone.cause() : Cause.NONE,
            undone.rules());
    return new NewAction(
        action,
        content,
        deed.word(),
        deed,
        undone.scope(),
        "",
        "",
        0,
        ActionState.CONFIRMED,
        null,
        null,
        undone.action());
  }

  /** The end of what begins then; absent where it has none. */
  static @Nullable Instant end(Instant begins, String duration) {
    return duration.isEmpty() ? null : after(begins, Period.parse(duration));
  }

  private static Instant after(Instant begins, Period period) {
    return begins.atOffset(ZoneOffset.UTC).plus(period).toInstant();
  }

  boolean hides() {
    return deed == Deed.HIDE;
  }

  /** Whether its message is in the outbox from the start. */
  boolean isTold() {
    return deed != null && state == ActionState.CONFIRMED && dueAt == null;
  }

  static void insert(Connection connection, List<NewAction> actions, Instant now)
      throws SQLException {
    if (actions.isEmpty()) return;
    try (PreparedStatement insert = connection.prepareStatement(ACTION)) {
      for (NewAction each : actions) each.add(insert);
      insert.executeBatch();
    }
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    try (PreparedStatement insert = connection.prepareStatement(MESSAGE)) {
      boolean some = false;
      for (NewAction each : actions) {
        if (!each.isTold()) continue;
        message(insert, each.content.decision(), each.content.content(), each.content.revision());
        message(insert, each.deed, day, each.action);
        some = true;
      }
      if (some) insert.executeBatch();
    }
  }

  /** Puts one message into the outbox. */
  static void tell(Connection connection, ActionRow action, Deed deed, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(MESSAGE)) {
      message(insert, action.decision(), action.content(), action.revision());
      message(insert, deed, LocalDate.ofInstant(now, ZoneOffset.UTC), action.action());
      insert.executeBatch();
    }
  }

  private static void message(PreparedStatement insert, UUID decision, String content, int revision)
      throws SQLException {
    insert.setObject(1, decision);
    insert.setString(2, content);
    insert.setInt(3, revision);
  }

  private static void message(
      PreparedStatement insert, @Nullable Deed deed, LocalDate day, UUID action)
      throws SQLException {
    if (deed == null) throw new IllegalStateException("nothing to tell");
    insert.setString(4, deed.word());
    insert.setObject(5, day);
    insert.setObject(6, action);
    insert.addBatch();
  }

  private void add(PreparedStatement insert) throws SQLException {
    insert.setObject(1, action);
    insert.setObject(2, content.decision());
    insert.setString(3, content.content());
    insert.setInt(4, content.revision());
    insert.setString(5, word);
    insert.setString(6, deed == null ? null : deed.word());
    insert.setString(7, scope);
    insert.setString(8, undo);
    insert.setString(9, duration);
    boolean named = content.isRecorded() && !content.cause().clause().isEmpty();
    insert.setString(10, named ? content.cause().clause() : null);
    insert.setString(11, named ? content.cause().lang() : null);
    insert.setInt(12, content.rules());
    insert.setInt(13, needed);
    insert.setString(14, state.word());
    insert.setBoolean(15, isTold());
    insert.setObject(16, at(dueAt));
    insert.setObject(17, at(expiresAt));
    insert.setObject(18, undoes);
    insert.addBatch();
  }

  /** As the driver takes it. */
  static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : timestamp(instant);
  }

  static OffsetDateTime timestamp(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
