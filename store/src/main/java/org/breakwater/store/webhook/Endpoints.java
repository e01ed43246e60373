package org.breakwater.store.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.breakwater.store.database.Database;
import org.breakwater.store.decision.HandedIn;
import org.jdbi.v3.core.Handle;

/**
 * The endpoints and their secrets. Each change hands its act over to whoever writes the log, in the
 * same transaction: neither is there without the other, on any server and beside one.
 */
public final class Endpoints {
  /** How long the secret before signs besides the newest. */
  public static final Duration BOTH = Duration.ofHours(24);

  private final Database database;
  private final SealingKey sealing;
  private final InstantSource clock;

  public Endpoints(Database database, SealingKey sealing, InstantSource clock) {
    this.database = database;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** What a new endpoint is to be. */
  public record New(String url, String description, Set<Scheme> schemes, Format format) {
    public New {
      schemes = Set.copyOf(schemes);
    }
  }

  /**
   * An endpoint just made.
   *
   * @param keys to be shown this once
   */
  public record Made(Endpoint endpoint, List<SigningKey> keys) {
    public Made {
      keys = List.copyOf(keys);
    }
  }

  /** An endpoint with everything that signs for it now, the newest first. */
  public record Target(Endpoint endpoint, List<SigningKey> keys) {
    public Target {
      keys = List.copyOf(keys);
    }
  }

  /** All that were not removed, the oldest first. */
  public List<Endpoint> list() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select "
                            + Endpoint.COLUMNS
                            + " from webhook_endpoint where state <> 'removed'"
                            + " order by created_at, endpoint")
                    .map((row, _) -> Endpoint.of(row))
                    .list());
  }

  /** How much has not arrived there. */
  public Backlog backlog() {
    return Backlog.of(database, clock.instant());
  }

  /** Empty where there is none of that number, or it was removed. */
  public Optional<Endpoint> find(UUID endpoint) {
    return list().stream().filter(each -> each.id().equals(endpoint)).findFirst();
  }

  /** The active ones with their keys. */
  public List<Target> targets() {
    return list().stream()
        .filter(Endpoint::isActive)
        .map(endpoint -> new Target(endpoint, keys(endpoint.id())))
        .toList();
  }

  /**
   * What signs for an endpoint now; what cannot be opened with the key that is here is left out.
   */
  public List<SigningKey> keys(UUID endpoint) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select scheme, sealed from webhook_secret
                        where endpoint = :endpoint and (ends_at is null or ends_at > :now)
                        order by secret desc
                        """)
                    .bind("endpoint", endpoint)
                    .bind("now", Dispatch.at(clock.instant()))
                    .map((row, _) -> opened(endpoint, row))
                    .list())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<SigningKey> opened(UUID endpoint, ResultSet row) throws SQLException {
    byte[] sealed = row.getBytes(2);
    return Scheme.named(row.getString(1)).flatMap(scheme -> sealing.open(endpoint, scheme, sealed));
  }

  /** Adds one, with a secret for each scheme. */
  public Made add(String by, New asked) {
    var endpoint =
        new Endpoint(
            UUID.randomUUID(),
            asked.url(),
            asked.description(),
            asked.schemes(),
            asked.format(),
            Endpoint.State.ACTIVE,
            "",
            clock.instant());
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                      insert into webhook_endpoint
                        (endpoint, url, description, schemes, format, state, why, created_at)
                      values
                        (:endpoint, :url, :description, :schemes, :format, :state, :why, :now)
                      """)
                  .bind("endpoint", endpoint.id())
                  .bind("url", endpoint.url())
                  .bind("description", endpoint.description())
                  .bind("schemes", Scheme.words(endpoint.schemes()))
                  .bind("format", endpoint.format().word())
                  .bind("state", endpoint.state().word())
                  .bind("why", "")
                  .bind("now", Dispatch.at(endpoint.createdAt()))
                  .execute();
              List<SigningKey> keys = newKeys(handle, endpoint);
              enter(handle, "add webhook endpoint", by, endpoint.id());
              return new Made(endpoint, keys);
            });
  }

  private List<SigningKey> newKeys(Handle handle, Endpoint endpoint) {
    List<SigningKey> keys = new ArrayList<>();
    for (Scheme scheme : Scheme.values()) {
      if (!endpoint.schemes().contains(scheme)) continue;
      SigningKey key = SigningKey.fresh(scheme);
      keys.add(key);
      handle
          .createUpdate(
              """
              insert into webhook_secret (endpoint, scheme, sealed, created_at)
              values (:endpoint, :scheme, :sealed, :now)
              """)
          .bind("endpoint", endpoint.id())
          .bind("scheme", scheme.word())
          .bind("sealed", sealing.seal(endpoint.id(), key))
          .bind("now", Dispatch.at(clock.instant()))
          .execute();
    }
    return keys;
  }

  /** Changes address, description or state; false where there is none any more. */
  public boolean change(String by, Endpoint next) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              int changed =
                  handle
                      .createUpdate(
                          """
                          update webhook_endpoint set url = :url, description = :description,
                            state = :state, why = :why
                          where endpoint = :endpoint and state <> 'removed'
                          """)
                      .bind("url", next.url())
                      .bind("description", next.description())
                      .bind("state", next.state().word())
                      .bind("why", next.why())
                      .bind("endpoint", next.id())
                      .execute();
              if (changed > 0)
                enter(handle, "change webhook endpoint, " + next.state().word(), by, next.id());
              return changed > 0;
            });
  }

  /**
   * Removes one: its secrets and address go at once, what waits for it becomes dead letters. False
   * where there is none any more.
   */
  public boolean remove(String by, UUID endpoint) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              int removed =
                  handle.execute(
                      """
                      update webhook_endpoint set state = 'removed', url = '', why = 'removed'
                      where endpoint = ? and state <> 'removed'
                      """,
                      endpoint);
              if (removed == 0) return false;
              handle.execute("delete from webhook_secret where endpoint = ?", endpoint);
              enter(handle, "remove webhook endpoint", by, endpoint);
              return true;
            });
  }

  /**
   * Makes new secrets; those before sign besides them for {@link #BOTH}.
   *
   * @param endsOld whether those before end at once, because somebody else may know them
   * @return to be shown this once
   */
  public List<SigningKey> rotate(String by, Endpoint endpoint, boolean endsOld) {
    Instant now = clock.instant();
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              // Those that a rotation before this one replaced end now: two are good at a time.
              handle
                  .createUpdate(
                      """
                      delete from webhook_secret
                      where endpoint = :endpoint and (:all or ends_at is not null)
                      """)
                  .bind("endpoint", endpoint.id())
                  .bind("all", endsOld)
                  .execute();
              handle
                  .createUpdate("update webhook_secret set ends_at = :end where endpoint = :e")
                  .bind("end", Dispatch.at(now.plus(BOTH)))
                  .bind("e", endpoint.id())
                  .execute();
              List<SigningKey> keys = newKeys(handle, endpoint);
              String deed = "rotate webhook secret" + (endsOld ? ", the old one ends" : "");
              enter(handle, deed, by, endpoint.id());
              return keys;
            });
  }

  /** Keeps in the log of attempts that a test was sent. */
  public void tested(String by, UUID endpoint, Attempted attempted) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              Records.insert(handle, endpoint, null, attempted);
              enter(handle, "test webhook endpoint", by, endpoint);
            });
  }

  static void enter(Handle handle, String deed, String by, Object object) {
    HandedIn.put(handle, deed, by, object.toString());
  }
}
