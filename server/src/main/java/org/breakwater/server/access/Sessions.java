package org.breakwater.server.access;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
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
                        returning p.person, p.name, p.roles, p.must_change, s.csrf
                        """)
                    .bind("now", before(Duration.ZERO))
                    .bind("hash", Secret.hash(secret))
                    .bind("idle", before(settings.sessionIdle()))
                    .bind("aged", before(settings.session()))
                    .map((row, _) -> new Session(People.person(row), row.getString(5)))
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

  private OffsetDateTime before(Duration ago) {
    return OffsetDateTime.ofInstant(clock.instant().minus(ago), ZoneOffset.UTC);
  }
}
