package org.breakwater.store.webhook;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.store.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The connection of the one server that delivers, and the lock it holds while it lives. Everything
 * is read and recorded on it, so whoever has lost the lock can record nothing. For one thread.
 */
public final class Dispatch implements AutoCloseable {
  /** Any number will do, as long as every Breakwater takes the same: "bwhook" in ASCII. */
  private static final long LOCK = 0x6277686f6f6bL;

  private static final int AT_ONCE = 1_000;

  /** One day before what leaves no record goes, so that nothing goes without being told. */
  private static final int WAIT_DAYS = 6;

  private static final String GIVE_OUT =
      """
      with given as (
        update outbox set given_out_at = :now where message in (
          select message from outbox where given_out_at is null
            and exists (select from webhook_endpoint where state = 'active')
          order by message limit :max)
        returning message, content)
      insert into webhook_delivery (message, endpoint, lane, state, next_at)
      select message, endpoint, hashtextextended(content, 0), 'pending', :now
      from given cross join webhook_endpoint where state = 'active'
      """;
  private static final String DUE =
      """
      select d.message, d.endpoint, o.given_out_at, o.decision, o.content, o.revision, o.deed,
        o.action, d.attempts
      from webhook_delivery d join outbox o using (message)
      where d.endpoint = :endpoint and d.state = 'pending' and d.next_at <= :now
        and d.message <> all(:inFlight)
        and not exists (
          select from webhook_delivery e where e.endpoint = d.endpoint and e.lane = d.lane
            and e.message < d.message and e.state = 'pending')
      order by d.next_at, d.message limit :max
      """;
  private static final String UNDELIVERABLE =
      """
      update webhook_delivery d set state = 'dead', ended_at = :now, fault =
        case when e.state = 'active' then :expired else :closed end
      from webhook_endpoint e, outbox o
      where e.endpoint = d.endpoint and o.message = d.message and d.state = 'pending'
        and (e.state <> 'active' or o.created_on <= :day)
      returning o.action, d.fault
      """;
  private static final String NEVER_GIVEN_OUT =
      """
      update outbox set given_out_at = :now
      where given_out_at is null and created_on <= :day and action is not null returning action
      """;

  private final Connection connection;
  private final Handle handle;
  private final Records records;
  private final ActionProgress progress;

  private Dispatch(Connection connection, Schedule schedule, ActionProgress progress) {
    this.connection = connection;
    this.handle = Jdbi.create(connection).open();
    this.progress = progress;
    this.records = new Records(handle, schedule, progress);
  }

  /** Takes the lock; empty while another server has it. */
  public static Optional<Dispatch> open(
      Database database, Schedule schedule, ActionProgress progress) throws SQLException {
    var dispatch = new Dispatch(database.connect(), schedule, progress);
    boolean locked = false;
    try {
      locked =
          dispatch
              .handle
              .createQuery("select pg_try_advisory_lock(:lock)")
              .bind("lock", LOCK)
              .mapTo(Boolean.class)
              .one();
    } finally {
      if (!locked) dispatch.close();
    }
    return locked ? Optional.of(dispatch) : Optional.empty();
  }

  /** Whether there is anything to be told to anybody; asked without the lock. */
  public static boolean isNeeded(Database database, Instant now) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select exists (select from webhook_endpoint) or exists (
                          select from outbox where given_out_at is null and action is not null
                            and created_on <= :day)
                        """)
                    .bind("day", lastDay(now))
                    .mapTo(Boolean.class)
                    .one());
  }

  /** Gives new messages out to the endpoints there are; a message waits while there is none. */
  public int giveOut(Instant now) {
    return handle.createUpdate(GIVE_OUT).bind("now", at(now)).bind("max", AT_ONCE).execute();
  }

  /**
   * What an endpoint is to be sent now: of each content only the oldest message that waits.
   *
   * @param inFlight messages on their way there already
   */
  public List<Delivery> due(UUID endpoint, Instant now, Collection<Long> inFlight, int max) {
    return handle
        .createQuery(DUE)
        .bind("endpoint", endpoint)
        .bind("now", at(now))
        .bindArray("inFlight", Long.class, List.copyOf(inFlight))
        .bind("max", max)
        .map((row, _) -> delivery(row))
        .list();
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getObject(4, UUID.class),
        row.getString(5),
        row.getInt(6),
        row.getString(7),
        row.getObject(8, UUID.class),
        row.getInt(9));
  }

  /** Records attempts that were made, all in one transaction. */
  public void record(List<Attempted> attempts, Instant now) throws SQLException {
    if (attempts.isEmpty()) return;
    handle.useTransaction(_ -> records.write(attempts, now));
  }

  /** Makes dead letters of what has nowhere to go any more, or has waited too long. */
  public void settle(Instant now) throws SQLException {
    handle.useTransaction(
        _ -> {
          for (Undelivered each : undelivered(now))
            progress.failed(connection, each.action(), now, each.why());
          handle.execute("delete from webhook_secret where ends_at <= ?", at(now));
          handle.execute(
              """
              delete from webhook_endpoint e where state = 'removed'
                and not exists (select from webhook_delivery d where d.endpoint = e.endpoint)
              """);
        });
  }

  /** An action that was not carried out. */
  private record Undelivered(UUID action, String why) {}

  private List<Undelivered> undelivered(Instant now) {
    List<Undelivered> all = new ArrayList<>();
    handle
        .createQuery(UNDELIVERABLE)
        .bind("now", at(now))
        .bind("day", lastDay(now))
        .bind("expired", Fault.EXPIRED.word())
        .bind("closed", Fault.ENDPOINT_CLOSED.word())
        .map((row, _) -> undelivered(row))
        .forEach(found -> found.ifPresent(all::add));
    handle
        .createQuery(NEVER_GIVEN_OUT)
        .bind("now", at(now))
        .bind("day", lastDay(now))
        .mapTo(UUID.class)
        .forEach(action -> all.add(new Undelivered(action, "no endpoint")));
    return all;
  }

  private static Optional<Undelivered> undelivered(ResultSet row) throws SQLException {
    String why = row.getString(2);
    return Optional.ofNullable(row.getObject(1, UUID.class))
        .map(action -> new Undelivered(action, why));
  }

  private static LocalDate lastDay(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(WAIT_DAYS);
  }

  static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  @Override
  public void close() {
    try {
      handle.close();
      connection.close();
    } catch (SQLException _) {
      // Gone already, and the lock with it.
    }
  }
}
