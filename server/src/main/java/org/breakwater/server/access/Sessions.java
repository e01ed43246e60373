package org.breakwater.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.server.settings.LoginSettings;
import org.breakwater.store.database.Database;

/** Who is logged in, in the database: what ends there has ended everywhere. */
public final class Sessions {
  private final Database database;
  private final InstantSource clock;
  private final LoginSettings settings;

  public Sessions(Database database, InstantSource clock, LoginSettings settings) {
    this.database = database;
    this.clock = clock;
    this.settings = settings;
  }

  /** Begins one; returns the secret for the cookie. */
  public String begin(Caller.Person person) {
    String secret = Secret.fresh();
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle
                  .createUpdate("delete from session where seen_at < :idle or created_at < :aged")
                  .bind("idle", before(settings.sessionIdle()))
                  .bind("aged", before(settings.session()))
                  .execute();
              handle
                  .createUpdate(
                      """
                      insert into session (hash, person, csrf, created_at, seen_at)
                      values (:hash, :person, :csrf, :now, :now)
                      """)
                  .bind("hash", Secret.hash(secret))
                  .bind("person", person.id())
                  .bind("csrf", Secret.fresh())
                  .bind("now", before(Duration.ZERO))
                  .execute();
            });
    return secret;
  }

  /** Whose cookie this is; empty when nobody's, or its time is over. */
  Optional<Session> find(String secret) {
    return database
        .jdbi()
        .inTransaction(
            handle ->
                handle
                    .createQuery(
                        """
                        update session s set seen_at = :now from person p
                        where s.hash = :hash and p.person = s.person and p.disabled_at is null
                          and s.seen_at >= :idle and s.created_at >= :aged
                        returning p.person, p.name, p.roles, p.must_change, s.csrf, s.session
                        """)
                    .bind("now", before(Duration.ZERO))
                    .bind("hash", Secret.hash(secret))
                    .bind("idle", before(settings.sessionIdle()))
                    .bind("aged", before(settings.session()))
                    .map(
                        (row, _) ->
                            new Session(
                                row.getObject(6, UUID.class), People.person(row), row.getString(5)))
                    .findOne());
  }

  /** Ends it. */
  public void end(String secret) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate("delete from session where hash = :hash")
                    .bind("hash", Secret.hash(secret))
                    .execute());
  }

  /**
   * A session as its person sees it.
   *
   * @param began when they logged in, to the minute
   * @param seen when they last did something, to the minute
   */
  public record Listed(UUID session, Instant began, Instant seen) {}

  /** A person's own, newest first. */
  public List<Listed> list(Caller.Person person) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select session, created_at, seen_at from session
                        where person = :person and seen_at >= :idle and created_at >= :aged
                        order by created_at desc
                        """)
                    .bind("person", person.id())
                    .bind("idle", before(settings.sessionIdle()))
                    .bind("aged", before(settings.session()))
                    .map(
                        (row, _) ->
                            new Listed(
                                row.getObject(1, UUID.class), minute(row, 2), minute(row, 3)))
                    .list());
  }

  private static Instant minute(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant().truncatedTo(ChronoUnit.MINUTES);
  }

  /** Ends one of a person's own sessions; false when there is no such among them. */
  public boolean end(Caller.Person person, UUID session) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                        .createUpdate(
                            "delete from session where session = :session and person = :person")
                        .bind("session", session)
                        .bind("person", person.id())
                        .execute()
                    > 0);
  }

  private OffsetDateTime before(Duration ago) {
    return OffsetDateTime.ofInstant(clock.instant().minus(ago), ZoneOffset.UTC);
  }
}
