package org.breakwater.store.decision;

import java.time.LocalDate;
import java.util.List;
import org.breakwater.store.database.Database;

/** How often help was shown, opened and dismissed, by the day. Safe for use by many threads. */
public final class HelpCounts {
  private final Database database;

  public HelpCounts(Database database) {
    this.database = database;
  }

  /**
   * A number.
   *
   * @param arm {@code shown} or {@code held} in a trial, else {@code none}
   * @param event {@code impression}, {@code open}, {@code dismissal}, {@code repeat} or {@code
   *     contact}
   */
  public record Count(
      LocalDate day, String topic, String lang, String arm, String event, long number) {}

  /** Adds to the numbers. */
  public void add(List<Count> some) {
    if (some.isEmpty()) return;
    database
        .jdbi()
        .useTransaction(
            handle -> {
              for (Count each : some)
                handle.execute(
                    """
                    insert into help_count (day, topic, lang, arm, event, number)
                    values (?, ?, ?, ?, ?, ?)
                    on conflict (day, topic, lang, arm, event)
                    do update set number = help_count.number + excluded.number
                    """,
                    each.day(),
                    each.topic(),
                    each.lang(),
                    each.arm(),
                    each.event(),
                    each.number());
            });
  }

  /** The numbers of those days, sorted. */
  public List<Count> between(LocalDate first, LocalDate last) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select day, topic, lang, arm, event, number from help_count
                        where day between :first and :last order by 1, 2, 3, 4, 5
                        """)
                    .bind("first", first)
                    .bind("last", last)
                    .map(
                        (row, _) ->
                            new Count(
                                row.getObject(1, LocalDate.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getLong(6)))
                    .list());
  }
}
