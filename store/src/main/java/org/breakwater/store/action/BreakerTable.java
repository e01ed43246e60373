package org.breakwater.store.action;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.breakwater.store.database.Database;

/** Reads circuit breakers and the figures that open them. Safe for use by many threads. */
public final class BreakerTable {
  private final Database database;

  public BreakerTable(Database database) {
    this.database = database;
  }

  /**
   * A breaker that was switched at least once.
   *
   * @param clause a clause's id, or {@code *} for every one
   * @param lang primary subtag, or {@code *} for every one
   * @param by a person, or what the server is called where a figure did it
   */
  public record Breaker(
      String clause, String lang, boolean isOpen, String reason, String by, Instant at) {}

  /** All of them, by clause and language. */
  public List<Breaker> all() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select clause, lang, is_open, reason, by, at from breaker
                        order by clause, lang
                        """)
                    .map(
                        (row, _) ->
                            new Breaker(
                                row.getString(1),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class).toInstant()))
                    .list());
  }

  /** Removals by machines of one clause in one language, and how many were undone as mistaken. */
  public record Figure(String clause, String lang, long removed, long mistaken) {}

  /**
   * Figures of removals from that day on, or from the day after a person last closed the breaker.
   */
  public List<Figure> figures(LocalDate from) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select r.clause, r.lang, sum(r.removed)::bigint, sum(r.mistaken)::bigint
                        from removal r
                        where r.day >= :from and r.day >= coalesce((select max(b.counts_from)
                          from breaker b where b.clause in (r.clause, '*')
                            and b.lang in (r.lang, '*') and not b.is_open), :from)
                        group by r.clause, r.lang order by r.clause, r.lang
                        """)
                    .bind("from", from)
                    .map(
                        (row, _) ->
                            new Figure(
                                row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                    .list());
  }

  /** Removals of a day by clause. */
  public Map<String, Long> removed(LocalDate day) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select clause, sum(removed)::bigint from removal where day = :day"
                            + " group by clause")
                    .bind("day", day)
                    .reduceRows(
                        new java.util.HashMap<String, Long>(),
                        (map, row) -> {
                          map.put(row.getColumn(1, String.class), row.getColumn(2, Long.class));
                          return map;
                        }));
  }

  /**
   * Decisions since there was a log, or of some days.
   *
   * @param allowed as their rows say: no-record labels count among them
   */
  public record Volume(long allowed, long all) {
    /** What came since then. */
    public Volume since(Volume earlier) {
      return new Volume(allowed - earlier.allowed, all - earlier.all);
    }
  }

  /** Decisions from one day on and before another. */
  public Volume volume(LocalDate from, LocalDate until) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select coalesce(sum(decisions) filter (where outcome = 'allow'), 0)::bigint,
                          coalesce(sum(decisions), 0)::bigint
                        from counter where day >= :from and day < :until
                        """)
                    .bind("from", from)
                    .bind("until", until)
                    .map((row, _) -> new Volume(row.getLong(1), row.getLong(2)))
                    .one());
  }
}
