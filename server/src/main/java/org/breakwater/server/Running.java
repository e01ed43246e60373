package org.breakwater.server;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.breakwater.server.access.Scope;
import org.breakwater.server.enforcement.Limits;
import org.breakwater.server.policy.Rules;
import org.breakwater.server.publication.Publishing;
import org.breakwater.server.publication.Timeline;
import org.breakwater.server.sample.Sampler;
import org.breakwater.server.settings.RemovalSettings;
import org.breakwater.server.settings.Settings;
import org.breakwater.server.trace.Traces;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.EmbeddedPostgres;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.database.StoreFault;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Publications;
import org.breakwater.store.sample.SampleStore;
import org.breakwater.store.time.Time;
import org.breakwater.store.webhook.Endpoints;
import org.breakwater.store.webhook.SealingKey;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is open while the server runs, in the order in which it was opened.
 *
 * @param issued what was just made and is shown once
 * @param compiled the pack takes longest, so the framework starts beside it
 * @param time by which all of it lives
 */
record Running(
    @Nullable EmbeddedPostgres postgres,
    Database database,
    LogSecrets secrets,
    DecisionLog log,
    Sampler sampler,
    Access access,
    Outgoing outgoing,
    Issued issued,
    Limits limits,
    int groupShare,
    CompletableFuture<Publishing> compiled,
    Traces traces,
    Time time)
    implements AutoCloseable {

  /**
   * Where the platform is told.
   *
   * @param allowsPrivate whether that may be on this machine or its network
   */
  record Outgoing(Endpoints endpoints, boolean allowsPrivate) {}

  private static final String OPERATOR = "the operator";

  /**
   * Secrets that are shown once.
   *
   * @param key a machine's key; empty when none was made
   * @param password the first administrator's; empty when there is one
   */
  record Issued(String key, Optional<String> password) {}

  /**
   * Opens it all, or throws what keeps it from opening.
   *
   * @param newKey scopes of a machine's key to make; none for none but the first
   */
  static Running start(Settings settings, Set<Scope> newKey, VersionChoice choice, Time time) {
    DataFolder folder = DataFolder.taken(settings.database().folder());
    Executor aside = Executors.newVirtualThreadPerTaskExecutor();
    // The pack compiles while PostgreSQL starts; each takes about as long as the other.
    String likely = choice.likely();
    var rules = CompletableFuture.supplyAsync(() -> new Rules(choice.pack(), likely), aside);
    String url = settings.database().address();
    EmbeddedPostgres postgres = url.isEmpty() ? EmbeddedPostgres.start(folder.path()) : null;
    Database database = Database.open(postgres == null ? url : postgres.url());
    var publications = new Publications(database);
    var timeline = Timeline.EMPTY.with(publications.all());
    String version = choice.at(timeline);
    LogSecrets secrets = LogSecrets.in(folder.keys());
    new OwnFile(folder.path().resolve("log.pub")).write(secrets.logKey().verifyKey() + "\n");
    DecisionLog log =
        DecisionLog.open(database, secrets, folder.path().resolve("checkpoint"), time);
    Access access = Access.of(database, log, settings, time);
    Issued issued = issued(access, newKey, log);
    var wanted =
        version.equals(likely)
            ? rules
            : CompletableFuture.supplyAsync(() -> new Rules(choice.pack(), version), aside);
    var publishing =
        wanted.thenApplyAsync(
            loaded ->
                Publishing.begun(
                    loaded,
                    timeline,
                    publications,
                    access.deeds(),
                    time,
                    log.down().isEmpty(),
                    choice::remember),
            aside);
    var outgoing =
        new Outgoing(
            new Endpoints(database, SealingKey.in(folder.keys()), time),
            settings.webhooks().mayBePrivate());
    var sampler = new Sampler(new SampleStore(database)::write, settings.sample().oneIn(), time);
    return new Running(
        postgres,
        database,
        secrets,
        log,
        sampler,
        access,
        outgoing,
        issued,
        limits(settings.removals()),
        settings.groups().sharePercent(),
        publishing,
        Traces.of(settings.telemetry(), time),
        time);
  }

  private static Limits limits(RemovalSettings removals) {
    return new Limits(removals.perDay(), Duration.ofMinutes(removals.delayMinutes()));
  }

  /** The rules; waits while the pack compiles, and throws what is wrong with it. */
  Rules rules() {
    return publishing().rules();
  }

  /** What puts rules in force; waits as {@link #rules}. */
  Publishing publishing() {
    try {
      return compiled.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof EnvironmentFault fault) throw fault;
      if (e.getCause() instanceof StoreFault fault) throw fault;
      throw e;
    }
  }

  private static Issued issued(Access access, Set<Scope> newKey, DecisionLog log) {
    // A second server on the same database only waits: it makes nothing.
    if (!log.down().isEmpty() && newKey.isEmpty()) return new Issued("", Optional.empty());
    return new Issued(key(access, newKey), access.people().first());
  }

  private static String key(Access access, Set<Scope> newKey) {
    if (!newKey.isEmpty()) return access.keys().issue(OPERATOR, "made by --new-key", newKey);
    return access.keys().isEmpty()
        ? access.keys().issue(OPERATOR, "first", Set.of(Scope.DECIDE, Scope.READ))
        : "";
  }

  /** Commits what waits, then closes in the order opposite to opening. */
  @Override
  public void close() {
    traces.close();
    log.close();
    sampler.close();
    database.close();
    if (postgres != null) postgres.close();
  }
}
