package org.breakwater.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.breakwater.store.database.Database;
import org.jdbi.v3.core.JdbiException;

/**
 * The keys of machines, known only by their hashes.
 *
 * <p>A key is 32 random bytes. Slow hashes (Argon2, PBKDF2) make guessing a password costly because
 * people choose few of them; nobody guesses 256 random bits, so one SHA-256 is enough, and it can
 * be looked up on every request.
 */
public final class ApiKeys {
  private static final String PREFIX = "bw_";
  private static final int KEY_BYTES = 32;
  private static final long REFRESH_MS = 2_000;

  private final Database database;
  private volatile Map<String, ApiKey> byHash;

  /** The keys as they are now, looked at again every two seconds: a revoked key lives that long. */
  public ApiKeys(Database database) {
    this.database = database;
    this.byHash = read();
    Thread.ofVirtual().name("api-keys").start(this::refresh);
  }

  /** Whether there is none at all, as on the first start. */
  public boolean isEmpty() {
    return byHash.isEmpty();
  }

  /** Makes a key and returns it, the only time it is seen. */
  public String issue(String name, Set<Scope> scopes) {
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String words = new TreeSet<>(scopes).stream().map(Scope::word).collect(Collectors.joining(" "));
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into api_key (hash, name, scopes) values (:hash, :name, :scopes)")
                    .bind("hash", sha256(key))
                    .bind("name", name)
                    .bind("scopes", words)
                    .execute());
    byHash = read();
    return key;
  }

  /** Whose key this is; empty when it is nobody's, or was revoked. */
  Optional<ApiKey> recognise(String key) {
    return Optional.ofNullable(byHash.get(HexFormat.of().formatHex(sha256(key))));
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

  private Map<String, ApiKey> read() {
    Map<String, ApiKey> keys = new HashMap<>();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery("select hash, name, scopes from api_key where revoked_at is null")
                    .map(
                        (row, _) ->
                            Map.entry(
                                HexFormat.of().formatHex(row.getBytes(1)),
                                new ApiKey(row.getString(2), Scope.parse(row.getString(3)))))
                    .forEach(key -> keys.put(key.getKey(), key.getValue())));
    return Map.copyOf(keys);
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
