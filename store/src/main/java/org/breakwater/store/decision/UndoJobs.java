package org.breakwater.store.decision;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.store.database.Database;
import org.jdbi.v3.core.Handle;

/**
 * Many actions that one person undoes. The writer takes a part at a time, in one transaction with
 * what it enters; after a crash it goes on where that ended. Safe for use by many threads.
 */
public final class UndoJobs {
  /** Decisions go on between these. */
  static final int AT_ONCE = 100;

  private static final int FETCHED = 1_000;
  private static final long EVERY_NANOS = 1_000_000_000L;
  private static final UUID LEAST = new UUID(0, 0);

  private static final String SELECTED =
      """
      select a.action, m.recorded from action a join material m using (decision)
      where a.deed is not null and a.undoes is null
        and a.state not in ('undone', 'expired')
        and (cast(:decision as uuid) is null or a.decision = cast(:decision as uuid))
        and a.action >= :began and a.action < :ended
        and (:clause = '' or a.clause = :clause)
        and (:policy = '' or a.rules in (
          select r.rules from rules r, jsonb_array_elements(r.policies::jsonb) p
          where p ->> 'policy' = :policy))
      order by a.action
      """;

  private static final String NEXT =
      """
      select j.job, j.by, j.reason, a.action, m.recorded
      from (select * from undo_job where not done order by job limit 1) j
      left join action a on a.action > j.last and a.action >= j.began and a.action < j.ended
        and a.deed is not null and a.undoes is null and a.state not in ('undone', 'expired')
        and (j.decision is null or a.decision = j.decision)
        and (j.clause = '' or a.clause = j.clause)
        and (j.policy = '' or a.rules in (
          select r.rules from rules r, jsonb_array_elements(r.policies::jsonb) p
          where p ->> 'policy' = j.policy))
      left join material m on m.decision = a.decision
      order by a.action limit %d
      """
          .formatted(AT_ONCE);

  private final Database database;

  public UndoJobs(Database database) {
    this.database = database;
  }

  /**
   * What a selection comes to now.
   *
   * @param recorded those whose author is
   * @param sample the first of those
   * @param digest of the names of all, in their order
   */
  public record Summary(long recorded, long unrecorded, List<UUID> sample, String digest) {
    public Summary {
      sample = List.copyOf(sample);
    }
  }

  /**
   * How far one has come.
   *
   * @param looked of those selected when it began; some may have been undone meanwhile by others
   * @param entries of the log, for those that did not go with another of their content
   */
  public record Progress(
      UUID job, long recorded, long unrecorded, long looked, long entries, boolean isDone) {
    /** In parts of a hundred. */
    public int percent() {
      long all = recorded + unrecorded;
      return isDone || all == 0 ? 100 : (int) Math.min(99, 100 * looked / all);
    }
  }

  /**
   * Counts a selection without holding it.
   *
   * @param samples how many to name
   */
  public Summary summary(UndoSelection selection, int samples) {
    return database.jdbi().inTransaction(handle -> summary(handle, selection, samples));
  }

  private static Summary summary(Handle handle, UndoSelection selection, int samples) {
    var digest = sha256();
    List<UUID> sample = new ArrayList<>();
    long[] counts = new long[2];
    handle
        .createQuery(SELECTED)
        .bind("decision", selection.decision())
        .bind("began", selection.least())
        .bind("ended", selection.end())
        .bind("clause", selection.clause())
        .bind("policy", selection.policy())
        .setFetchSize(FETCHED)
        .map(
            (row, _) -> {
              UUID action = row.getObject(1, UUID.class);
              boolean isRecorded = row.getBoolean(2);
              digest.update(bytes(action));
              counts[isRecorded ? 0 : 1]++;
              if (isRecorded && sample.size() < samples) sample.add(action);
              return isRecorded;
            })
        .forEach(_ -> {});
    String names = HexFormat.of().formatHex(digest.digest());
    return new Summary(counts[0], counts[1], sample, names);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(UUID name) {
    return ByteBuffer.allocate(16)
        .putLong(name.getMostSignificantBits())
        .putLong(name.getLeastSignificantBits())
        .array();
  }

  /** How far it has come; empty when there is none, or its time is over. */
  public Optional<Progress> find(UUID job) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select job, recorded, unrecorded, looked, entries, done from undo_job
                        where job = :job
                        """)
                    .bind("job", job)
                    .map(
                        (row, _) ->
                            new Progress(
                                row.getObject(1, UUID.class),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getBoolean(6)))
                    .findOne());
  }

  /** Begins one, in the transaction of its act. */
  static void begin(Connection connection, UUID name, Act.UndoneTogether act, Instant now)
      throws SQLException {
    UndoSelection selection = act.selection();
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into undo_job (job, decision, clause, policy, began, ended, by, reason,
              created_on, recorded, unrecorded, last, looked, entries, done)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, false)
            """)) {
      insert.setObject(1, name);
      insert.setObject(2, selection.decision(), java.sql.Types.OTHER);
      insert.setString(3, selection.clause());
      insert.setString(4, selection.policy());
      insert.setObject(5, selection.least());
      insert.setObject(6, selection.end());
      insert.setString(7, act.by());
      insert.setString(8, act.reason());
      insert.setObject(9, LocalDate.ofInstant(now, ZoneOffset.UTC));
      insert.setLong(10, act.recorded());
      insert.setLong(11, act.unrecorded());
      insert.setObject(12, LEAST);
      insert.executeUpdate();
    }
  }

  /**
   * The next part of the oldest that goes on.
   *
   * @param acts in the order of their actions
   * @param last up to which the job has come with it
   */
  record Part(UUID job, List<Act.Undone> acts, UUID last, boolean isEnd) {
    Part {
      acts = List.copyOf(acts);
    }

    /** Notes in the transaction that enters it how far the job has come. */
    void advance(Connection connection, long entries) throws SQLException {
      try (PreparedStatement update =
          connection.prepareStatement(
              """
              update undo_job set last = greatest(last, ?), looked = looked + ?,
                entries = entries + ?, done = ?
              where job = ?
              """)) {
        update.setObject(1, last);
        update.setInt(2, acts.size());
        update.setLong(3, entries);
        update.setBoolean(4, isEnd);
        update.setObject(5, job);
        update.executeUpdate();
      }
    }
  }

  /** Gives the writer its parts; looks no oftener than once a second where there are none. */
  static final class Parts {
    private boolean goesOn;
    private boolean looked;
    private long lookedNanos;
    private UUID first = LEAST;
    private int again;

    /** Has it look at once. */
    void expect() {
      goesOn = true;
    }

    Optional<Part> next(Connection connection, long nanos) throws SQLException {
      if (!goesOn && looked && nanos - lookedNanos < EVERY_NANOS) return Optional.empty();
      looked = true;
      lookedNanos = nanos;
      Optional<Part> part = read(connection);
      goesOn = part.isPresent();
      return part.map(this::afterFailure);
    }

    /** What was given out and not entered is tried alone, and then passed over: others wait. */
    private Part afterFailure(Part part) {
      if (part.acts().isEmpty()) return part;
      UUID now = part.acts().getFirst().action();
      again = now.equals(first) ? again + 1 : 0;
      first = now;
      if (again == 0) return part;
      List<Act.Undone> some = again == 1 ? part.acts().subList(0, 1) : List.of();
      return new Part(part.job(), some, now, false);
    }

    private static Optional<Part> read(Connection connection) throws SQLException {
      List<Act.Undone> acts = new ArrayList<>();
      try (PreparedStatement select = connection.prepareStatement(NEXT)) {
        ResultSet rows = select.executeQuery();
        UUID job = null;
        while (rows.next()) {
          job = rows.getObject(1, UUID.class);
          UUID action = rows.getObject(4, UUID.class);
          if (action == null) continue;
          String by = rows.getString(2);
          acts.add(
              new Act.Undone(
                  HandedIn.json("undo action", by, action.toString()),
                  action,
                  by,
                  rows.getString(3),
                  true,
                  rows.getBoolean(5)));
        }
        if (job == null) return Optional.empty();
        UUID last = acts.isEmpty() ? LEAST : acts.getLast().action();
        return Optional.of(new Part(job, acts, last, acts.size() < AT_ONCE));
      }
    }
  }
}
