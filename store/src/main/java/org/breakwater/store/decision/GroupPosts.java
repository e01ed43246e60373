package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.breakwater.engine.policy.Action;
import org.breakwater.store.database.Database;

/**
 * Posts of groups: how many were decided, and how many of them people confirmed as prohibited. A
 * confirmed one is one with a strike that stands (RFD 9). Safe for use by many threads.
 */
public final class GroupPosts {
  /** Days that count, today among them. */
  public static final int DAYS = 28;

  private static final String STANDING =
      """
      select confirmed.name, confirmed.posts, confirmed.newest,
        coalesce((select sum(c.decided) from group_count c
          where c.name = confirmed.name and c.day > :from), 0)::bigint
      from (select p.name, count(*) as posts,
          (array_agg(p.decision order by p.decision desc))[1] as newest
        from strike s join group_post p on p.decision = s.decision
        where s.confirmed_on > :from and p.day > :from group by p.name) as confirmed
      """;

  private final Database database;

  public GroupPosts(Database database) {
    this.database = database;
  }

  /**
   * A group with at least one confirmed post.
   *
   * @param newest the newest decision on one of those
   * @param decided posts of the same days, those among them
   */
  public record Tally(UUID name, long confirmed, UUID newest, long decided) {}

  /** Groups with confirmed posts of the last {@link #DAYS} days. */
  public List<Tally> standing(LocalDate today) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(STANDING)
                    .bind("from", today.minusDays(DAYS))
                    .map(
                        (row, _) ->
                            new Tally(
                                row.getObject(1, UUID.class),
                                row.getLong(2),
                                row.getObject(3, UUID.class),
                                row.getLong(4)))
                    .list());
  }

  /** Another one than before says that strikes have come or gone. */
  public String strikes() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select coalesce((select max(strike) from strike), 0) || ' '
                          || coalesce((select generation from strike_generation), 0)
                        """)
                    .mapTo(String.class)
                    .one());
  }

  /** Counts a batch's posts in groups, and notes the groups of those that are recorded. */
  static void write(Connection connection, Group batch, LocalDate day) throws SQLException {
    // Sorted, so that rows are always locked in the same order.
    Map<UUID, Long> counts = new TreeMap<>();
    for (Group.Row row : batch.rows())
      row.draft().counted().group().ifPresent(in -> counts.merge(in.name(), 1L, Long::sum));
    if (counts.isEmpty()) return;
    count(connection, counts, day);
    note(connection, batch, day);
  }

  private static void count(Connection connection, Map<UUID, Long> counts, LocalDate day)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into group_count (day, name, decided)
            select ?, * from unnest(?::uuid[], ?::bigint[])
            on conflict (day, name) do update set decided = group_count.decided + excluded.decided
            """)) {
      upsert.setObject(1, day);
      upsert.setArray(2, connection.createArrayOf("uuid", counts.keySet().toArray()));
      upsert.setArray(3, connection.createArrayOf("bigint", counts.values().toArray()));
      upsert.executeUpdate();
    }
  }

  private static void note(Connection connection, Group batch, LocalDate day) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into group_post (decision, day, name, id) values (?, ?, ?, ?)")) {
      for (Group.Row row : batch.rows()) {
        Optional<GroupName> in = row.draft().counted().group();
        if (!row.kept() || in.isEmpty()) continue;
        insert.setObject(1, row.place().decision());
        insert.setObject(2, day);
        insert.setObject(3, in.get().name());
        insert.setString(4, in.get().id());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * Puts the group of a decision to review, in the transaction of the act that says so: it stays as
   * it is, and is not amplified, until a person has looked.
   *
   * @param name of the act
   * @return why not; empty where it is done
   */
  static Optional<String> queue(
      Connection connection, UUID name, Act.Queued queued, DecisionIds ids, Instant now)
      throws SQLException {
    Optional<NewAction.Content> found = group(connection, queued.decision());
    if (found.isEmpty()) return Optional.of("nothing is kept of its posts any more");
    NewAction.Content group = found.get();
    var enforcement = new Enforcement(connection, ids, now);
    LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS);
    // Whatever became of that case: who has looked is not asked again at once.
    boolean queuedBefore =
        enforcement.any(
            "select from action where content = ? and deed = ? and action >= ? and undoes is null",
            group.content(),
            Deed.REVIEW.word(),
            DecisionIds.leastOf(from));
    if (queuedBefore) return Optional.of("it was put to review before");
    List<NewAction> planned =
        Stream.of(Action.QUEUE_REVIEW, Action.NO_AMPLIFICATION)
            .flatMap(
                action -> NewAction.of(ids.next(now), group, Ordered.now(action), now).stream())
            .toList();
    enforcement.insert(planned);
    var by = new Enforcement.By(queued.by(), queued.reason(), name);
    for (NewAction each : planned)
      Enforcement.step(connection, each.action(), each.state(), by, now);
    return Optional.empty();
  }

  /**
   * The group itself as a content; its newest revision that something is kept of, else the first.
   */
  private static Optional<NewAction.Content> group(Connection connection, UUID decision)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select p.id, d.rules, coalesce(
              (select max(m.revision) from material m where m.content = p.id), 1)
            from group_post p join decision d using (decision) where p.decision = ?
            """)) {
      select.setObject(1, decision);
      ResultSet row = select.executeQuery();
      if (!row.next()) return Optional.empty();
      return Optional.of(
          new NewAction.Content(
              decision, row.getString(1), row.getInt(3), true, Cause.NONE, row.getInt(2)));
    }
  }
}
