package org.breakwater.server;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.breakwater.server.access.ApiKeys;
import org.breakwater.server.access.Scope;
import org.breakwater.server.policy.PackFiles;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.EmbeddedPostgres;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.LogSecrets;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is open while the server runs, in the order in which it was opened.
 *
 * @param issued an API key that was just made; empty when none was
 * @param compiled the pack takes longest, so the framework starts beside it
 */
record Running(
    @Nullable EmbeddedPostgres postgres,
    Database database,
    LogSecrets secrets,
    DecisionLog log,
    ApiKeys keys,
    String issued,
    CompletableFuture<Rules> compiled)
    implements AutoCloseable {

  /**
   * Opens it all, or throws what keeps it from opening.
   *
   * @param url of a database; empty for the embedded one
   * @param newKey scopes of a key to make; none for none but the first
   */
  static Running start(
      Path data, String url, Set<Scope> newKey, Supplier<String> version, PackFiles pack) {
    DataFolder folder = DataFolder.taken(data);
    String chosen = version.get();
    // The pack compiles while PostgreSQL starts; each takes about as long as the other.
    var rules =
        CompletableFuture.supplyAsync(
            () -> new Rules(pack, chosen), Executors.newVirtualThreadPerTaskExecutor());
    EmbeddedPostgres postgres = url.isEmpty() ? EmbeddedPostgres.start(folder.path()) : null;
    Database database = Database.open(postgres == null ? url : postgres.url());
    LogSecrets secrets = LogSecrets.in(folder.keys());
    new OwnFile(folder.path().resolve("log.pub")).write(secrets.logKey().verifyKey() + "\n");
    DecisionLog log =
        DecisionLog.open(
            database, secrets, folder.path().resolve("checkpoint"), InstantSource.system());
    var keys = new ApiKeys(database);
    String issued = issued(keys, newKey);
    return new Running(postgres, database, secrets, log, keys, issued, rules);
  }

  /** The rules; waits while the pack compiles, and throws what is wrong with it. */
  Rules rules() {
    try {
      return compiled.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof EnvironmentFault fault) throw fault;
      throw e;
    }
  }

  private static String issued(ApiKeys keys, Set<Scope> newKey) {
    if (!newKey.isEmpty()) return keys.issue("made by --new-key", newKey);
    return keys.isEmpty() ? keys.issue("first", Set.of(Scope.DECIDE, Scope.READ)) : "";
  }

  /** Commits what waits, then closes in the order opposite to opening. */
  @Override
  public void close() {
    log.close();
    database.close();
    if (postgres != null) postgres.close();
  }
}
