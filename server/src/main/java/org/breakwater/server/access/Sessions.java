package org.breakwater.server.access;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.breakwater.store.database.Database;

/** Who is logged in, in the database: what ends there has ended everywhere. */
public final class Sessions {
  /** Without a request for so long, a session ends. */
  static final Duration IDLE_MAX = Duration.ofMinutes(30);

  /** Whatever is done, a session ends so long after its login. */
  static final Duration AGE_MAX = Duration.ofHours(12);

  private final Database database;
  private final InstantSource clock;

  public Sessions(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
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
                  .bind("idle", before(IDLE_MAX))
                  .bind("aged", before(AGE_MAX))
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
                    .bind("idle", before(IDLE_MAX))
                    .bind("aged", before(AGE_MAX))
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
