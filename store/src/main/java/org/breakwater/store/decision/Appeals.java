package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.casework.appeal.AppealClock;
import org.breakwater.store.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Appeals in the database. They are filed beside the writer, which enters what the log commits to
 * within about a second; a ruling closes them in the writer's own transaction. Safe for use by many
 * threads.
 */
public final class Appeals {
  private static final RowMapper<Appeal> ROW = (row, _) -> Appeal.of(row);
  private static final String SELECT = "select %s from appeal ".formatted(Appeal.COLUMNS);
  private static final String INSERT =
      """
      insert into appeal (appeal, decision, content, revision, recorded, hidden, text, filed_on,
        state, expires_on, seal)
      values (:appeal, :decision, :content, :revision, :recorded, :hidden, :text, :filedOn,
        'filed', :expiresOn, :seal)
      on conflict (decision) where ruling is null do nothing
      """;

  private final Database database;
  private final LogSecrets secrets;

  public Appeals(Database database, LogSecrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /**
   * What an appeal is about.
   *
   * @param content the content's name under the key outside the database
   * @param isRecorded whether the decision's author is recorded
   * @param isHidden whether nobody but its author sees the content
   */
  public record Subject(
      UUID decision, UUID content, int revision, boolean isRecorded, boolean isHidden) {}

  /**
   * Files an appeal, unless one on the same decision is open.
   *
   * @param materialUntil when what it is about goes
   * @return the new one, or the one that is open
   */
  public Appeal file(Subject about, String text, LocalDate today, LocalDate materialUntil) {
    var appeal =
        new Appeal(
            UUID.randomUUID(),
            about.decision(),
            about.content(),
            about.revision(),
            about.isRecorded(),
            about.isHidden(),
            text.replace('\0', '\uFFFD'),
            today,
            new Appeal.State.Filed(),
            AppealClock.keptUntil(today, materialUntil));
    boolean isNew = database.jdbi().inTransaction(handle -> insert(handle, appeal));
    return isNew ? appeal : openOn(about.decision()).orElse(appeal);
  }

  private boolean insert(Handle handle, Appeal appeal) {
    int rows =
        handle
            .createUpdate(INSERT)
            .bind("appeal", appeal.appeal())
            .bind("decision", appeal.decision())
            .bind("content", appeal.content())
            .bind("revision", appeal.revision())
            .bind("recorded", appeal.isRecorded())
            .bind("hidden", appeal.isHidden())
            .bind("text", appeal.text())
            .bind("filedOn", appeal.filedOn())
            .bind("expiresOn", appeal.expiresOn())
            .bind("seal", appeal.seal(secrets))
            .execute();
    if (rows == 0) return false;
    HandedIn.put(
        handle,
        "{\"act\":\"appeal\",\"by\":\"whoever wrote it\",\"object\":\"%s\"}"
            .formatted(appeal.commitment(secrets)));
    return true;
  }

  /** Notes that its number was shown to whoever filed it. */
  public void acknowledge(Appeal appeal) {
    if (!(appeal.state() instanceof Appeal.State.Filed)) return;
    Appeal next = appeal.with(new Appeal.State.Acknowledged(), appeal.expiresOn());
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        update appeal set state = 'acknowledged', seal = :seal
                        where appeal = :appeal and state = 'filed'
                        """)
                    .bind("seal", next.seal(secrets))
                    .bind("appeal", appeal.appeal())
                    .execute());
  }

  /** Closes it in the transaction of the ruling; one that is closed already stays as it is. */
  static void close(
      Connection connection, LogSecrets secrets, Act.Answered answered, UUID ruling, Instant now)
      throws SQLException {
    Appeal open;
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + "where appeal = ? and ruling is null for update")) {
      select.setObject(1, answered.appeal());
      ResultSet row = select.executeQuery();
      if (!row.next()) return;
      open = Appeal.of(row);
    }
    LocalDate soon = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(RetentionClock.RULED_DAYS);
    boolean stays = open.isRecorded() || open.expiresOn().isBefore(soon);
    Appeal closed =
        open.with(
            new Appeal.State.Decided(ruling, answered.result()), stays ? open.expiresOn() : soon);
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update appeal set state = 'decided', ruling = ?, result = ?, expires_on = ?, seal = ?
            where appeal = ?
            """)) {
      update.setObject(1, ruling);
      update.setString(2, answered.result().word());
      update.setObject(3, closed.expiresOn());
      update.setObject(4, closed.seal(secrets));
      update.setObject(5, closed.appeal());
      update.executeUpdate();
    }
  }

  /** The appeal of that name; empty when there is none, or its time is over. */
  public Optional<Appeal> find(UUID appeal) {
    return one("where appeal = :named", appeal);
  }

  /** The one that is open on a decision. */
  public Optional<Appeal> openOn(UUID decision) {
    return one("where decision = :named and ruling is null", decision);
  }

  /** The newest on a decision; an open one before all others. */
  public Optional<Appeal> newestOn(UUID decision) {
    return one("where decision = :named order by ruling desc nulls first limit 1", decision);
  }

  /** Those that are open on a content at one revision. */
  public List<Appeal> openOn(UUID content, int revision) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        SELECT
                            + "where content = :content and revision = :revision"
                            + " and ruling is null")
                    .bind("content", content)
                    .bind("revision", revision)
                    .map(ROW)
                    .list());
  }

  private Optional<Appeal> one(String where, UUID named) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery(SELECT + where).bind("named", named).map(ROW).findOne());
  }

  /**
   * Open ones, oldest first.
   *
   * @param after only those behind this one; empty for the oldest
   * @param max at most so many
   */
  public List<Appeal> open(Optional<Appeal> after, int max) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        SELECT
                            + """
                            where ruling is null and (filed_on, appeal) > (:day, :appeal)
                            order by filed_on, appeal limit :max
                            """)
                    .bind("day", after.map(Appeal::filedOn).orElse(LocalDate.EPOCH))
                    .bind("appeal", after.map(Appeal::appeal).orElse(new UUID(0, 0)))
                    .bind("max", max)
                    .map(ROW)
                    .list());
  }

  /** Open ones that were filed before that day, or all for a day that is far off. */
  public long openFiledBefore(LocalDate day) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from appeal where ruling is null and filed_on < :day")
                    .bind("day", day)
                    .mapTo(Long.class)
                    .one());
  }

  /** Notes that nobody is to be told of that content again. */
  public void mute(UUID content, LocalDate until) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into notice_mute (content, expires_on) values (:content, :until)
                        on conflict (content) do update
                          set expires_on = greatest(notice_mute.expires_on, excluded.expires_on)
                        """)
                    .bind("content", content)
                    .bind("until", until)
                    .execute());
  }

  /** Takes {@link #mute} back. */
  public void unmute(UUID content) {
    database
        .jdbi()
        .useHandle(handle -> handle.execute("delete from notice_mute where content = ?", content));
  }

  public boolean isMuted(UUID content) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select exists (select from notice_mute where content = :content)")
                    .bind("content", content)
                    .mapTo(Boolean.class)
                    .one());
  }
}
