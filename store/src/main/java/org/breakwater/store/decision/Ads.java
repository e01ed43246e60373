package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.breakwater.store.database.Database;

/**
 * Figures of ads: counted in the transaction of the decision, and of the ruling that overturns it
 * on appeal. Safe for use by many threads.
 */
public final class Ads {
  private static final Comparator<Cell> ORDER =
      Comparator.comparing((Cell cell) -> cell.advertiser().kind())
          .thenComparing(cell -> cell.advertiser().isVerified())
          .thenComparing(Cell::outcome);

  private final Database database;

  public Ads(Database database) {
    this.database = database;
  }

  /** What is counted together on a day. */
  private record Cell(Advertiser advertiser, String outcome) {}

  /**
   * One figure.
   *
   * @param outcome as it is recorded: {@code allow} for every no-record label
   * @param overturned how many of those decided that day were overturned on appeal since
   */
  public record Figure(
      LocalDate day, Advertiser advertiser, String outcome, long decided, long overturned) {}

  /** Figures from one day on and before another, by day. */
  public List<Figure> figures(LocalDate from, LocalDate until) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select day, kind, verified, outcome, decided, overturned from ad_count
                        where day >= :from and day < :until
                        order by day, kind, verified, outcome
                        """)
                    .bind("from", from)
                    .bind("until", until)
                    .map(
                        (row, _) ->
                            new Figure(
                                row.getObject(1, LocalDate.class),
                                new Advertiser(row.getString(2), row.getBoolean(3)),
                                row.getString(4),
                                row.getLong(5),
                                row.getLong(6)))
                    .list());
  }

  /** Counts a group's ads, and notes who placed those that are recorded. */
  static void write(Connection connection, Group group, LocalDate day) throws SQLException {
    // Sorted, so that rows are always locked in the same order.
    Map<Cell, Long> counts = new TreeMap<>(ORDER);
    for (Group.Row row : group.rows())
      row.draft()
          .counted()
          .advertiser()
          .ifPresent(by -> counts.merge(new Cell(by, row.draft().outcome()), 1L, Long::sum));
    if (counts.isEmpty()) return;
    count(connection, counts, day);
    note(connection, group, day);
  }

  private static void count(Connection connection, Map<Cell, Long> counts, LocalDate day)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into ad_count (day, kind, verified, outcome, decided, overturned)
            values (?, ?, ?, ?, ?, 0)
            on conflict (day, kind, verified, outcome)
              do update set decided = ad_count.decided + excluded.decided
            """)) {
      for (Map.Entry<Cell, Long> each : counts.entrySet()) {
        upsert.setObject(1, day);
        upsert.setString(2, each.getKey().advertiser().kind());
        upsert.setBoolean(3, each.getKey().advertiser().isVerified());
        upsert.setString(4, each.getKey().outcome());
        upsert.setLong(5, each.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static void note(Connection connection, Group group, LocalDate day) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into ad (decision, day, kind, verified, outcome) values (?, ?, ?, ?, ?)
            """)) {
      for (Group.Row row : group.rows()) {
        if (!row.kept() || row.draft().counted().advertiser().isEmpty()) continue;
        Advertiser by = row.draft().counted().advertiser().get();
        insert.setObject(1, row.place().decision());
        insert.setObject(2, day);
        insert.setString(3, by.kind());
        insert.setBoolean(4, by.isVerified());
        insert.setString(5, row.draft().outcome());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Counts that a decision was overturned on appeal, once, beside where it was counted. */
  static void overturned(Connection connection, UUID decision) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            with appealed as (
              update ad set overturned = true where decision = ? and not overturned
              returning day, kind, verified, outcome)
            update ad_count set overturned = ad_count.overturned + 1 from appealed
            where (ad_count.day, ad_count.kind, ad_count.verified, ad_count.outcome)
              = (appealed.day, appealed.kind, appealed.verified, appealed.outcome)
            """)) {
      update.setObject(1, decision);
      update.executeUpdate();
    }
  }
}
