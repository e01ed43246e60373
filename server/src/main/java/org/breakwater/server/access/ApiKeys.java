package org.breakwater.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.breakwater.store.database.Database;
import org.breakwater.store.time.Time;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The keys of machines, and those that people made for themselves, known only by their hashes.
 *
 * <p>A key is 32 random bytes. Slow hashes (Argon2, PBKDF2) make guessing a password costly because
 * people choose few of them; nobody guesses 256 random bits, so one SHA-256 is enough, and it can
 * be looked up on every request.
 */
public final class ApiKeys {
  private static final String PREFIX = "bw_";
  private static final long REFRESH_MS = 2_000;

  private final Database database;
  private final Deeds deeds;
  private final Time time;
  private volatile Map<String, Caller> byHash;

  /** The keys as they are now, looked at again every two seconds: a revoked key lives that long. */
  public ApiKeys(Database database, Deeds deeds, Time time) {
    this.database = database;
    this.deeds = deeds;
    this.time = time;
    this.byHash = read();
    Thread.ofVirtual().name("api-keys").start(this::refresh);
  }

  /**
   * A key as people see it, without its secret.
   *
   * @param owner the person it carries; empty for a machine's
   */
  public record Listed(UUID key, String name, String owner, String scopes) {}

  /** Whether there is none at all, as on the first start. */
  public boolean isEmpty() {
    return byHash.isEmpty();
  }

  /** Makes a machine's key and returns it, the only time it is seen. */
  public String issue(String by, String name, Set<Scope> scopes) {
    String words = new TreeSet<>(scopes).stream().map(Scope::word).collect(Collectors.joining(" "));
    return issue(by, name, words, null);
  }

  /** Makes a key that carries a person and what they may do; shown only now. */
  public String issue(Caller.Person person, String name) {
    return issue(person.name(), name, "", person.id());
  }

  private String issue(String by, String name, String scopes, @Nullable UUID person) {
    String secret = PREFIX + Secret.fresh();
    UUID key = UUID.randomUUID();
    deeds.enter("make key", by, key + (scopes.isEmpty() ? "" : ": " + scopes));
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into api_key (hash, name, scopes, key, person, created_at)
                        values (:hash, :name, :scopes, :key, cast(:person as uuid), :now)
                        """)
                    .bind("hash", Secret.hash(secret))
                    .bind("name", name)
                    .bind("scopes", scopes)
                    .bind("key", key)
                    .bind("person", person)
                    .bind("now", writtenAt())
                    .execute());
    byHash = read();
    return secret;
  }

  /** Keys that are good: a person's own, or all. */
  public List<Listed> list(Optional<UUID> owner) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select k.key, k.name, coalesce(p.name, ''), k.scopes
                        from api_key k left join person p using (person)
                        where k.revoked_at is null
                          and (cast(:owner as uuid) is null or k.person = cast(:owner as uuid))
                        order by k.created_at
                        """)
                    .bind("owner", owner.orElse(null))
                    .map(
                        (row, _) ->
                            new Listed(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)))
                    .list());
  }

  /**
   * Revokes a key; false when there is no such key among those.
   *
   * @param owner only a key of this person; empty for any
   */
  public boolean revoke(String by, UUID key, Optional<UUID> owner) {
    if (list(owner).stream().noneMatch(each -> each.key().equals(key))) return false;
    deeds.enter("revoke key", by, key.toString());
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate("update api_key set revoked_at = :now where key = :key")
                    .bind("now", writtenAt())
                    .bind("key", key)
                    .execute());
    byHash = read();
    return true;
  }

  /** Whose key this is; empty when it is nobody's, or was revoked. */
  Optional<Caller> recognise(String key) {
    return Optional.ofNullable(byHash.get(hex(Secret.hash(key))));
  }

  private OffsetDateTime writtenAt() {
    return OffsetDateTime.ofInstant(time.instant(), ZoneOffset.UTC);
  }

  private void refresh() {
    while (true) {
      try {
        Thread.sleep(REFRESH_MS);
        byHash = read();
      } catch (JdbiException _) {
        // The database is gone: those known go on, and what needs it says so itself.
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private Map<String, Caller> read() {
    Map<String, Caller> keys = new HashMap<>();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select p.person, p.name, p.roles, p.must_change, k.hash, k.name, k.scopes
                        from api_key k left join person p using (person)
                        where k.revoked_at is null and p.disabled_at is null
                        """)
                    .map((row, _) -> Map.entry(hex(row.getBytes(5)), caller(row)))
                    .forEach(key -> keys.put(key.getKey(), key.getValue())));
    return Map.copyOf(keys);
  }

  private static Caller caller(ResultSet row) throws SQLException {
    return row.getObject(1) == null
        ? new Caller.Machine(row.getString(6), Scope.parse(row.getString(7)))
        : People.person(row);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
