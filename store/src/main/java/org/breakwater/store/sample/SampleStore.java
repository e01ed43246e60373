package org.breakwater.store.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.breakwater.store.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The samples in a database. Safe for use by many threads. */
public final class SampleStore {
  /** How long samples are kept; then they go, whether or not anybody has read them. */
  public static final int DAYS = 30;

  private static final int AT_ONCE = 1_000;

  private final Database database;

  public SampleStore(Database database) {
    this.database = database;
  }

  /** Writes them in one transaction of their own, in the order in which they are given. */
  public void write(List<Sample> samples, List<Population> populations) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              insert(handle, samples);
              add(handle, populations);
            });
  }

  private static void insert(Handle handle, List<Sample> samples) {
    if (samples.isEmpty()) return;
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into sample (day, stratum, probability, lang, region, surface, outcome, text)
            values (:day, :stratum, :probability, :lang, :region, :surface, :outcome, :text)
            """);
    for (Sample sample : samples)
      batch
          .bind("day", sample.day())
          .bind("stratum", sample.stratum())
          .bind("probability", sample.probability())
          .bind("lang", sample.lang())
          .bind("region", sample.region())
          .bind("surface", sample.surface())
          .bind("outcome", sample.outcome())
          .bind("text", sample.text())
          .add();
    batch.execute();
  }

  private static void add(Handle handle, List<Population> populations) {
    if (populations.isEmpty()) return;
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into sample_population (day, stratum, probability, events, drawn)
            values (:day, :stratum, :probability, :events, :drawn)
            on conflict (day, stratum, probability) do update set
              events = sample_population.events + excluded.events,
              drawn = sample_population.drawn + excluded.drawn
            """);
    for (Population each : populations)
      batch
          .bind("day", each.day())
          .bind("stratum", each.stratum())
          .bind("probability", each.probability())
          .bind("events", each.events())
          .bind("drawn", each.drawn())
          .add();
    batch.execute();
  }

  /** Among how many was drawn, from the first day to the last, by day and stratum. */
  public List<Population> populations(LocalDate first, LocalDate last) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select day, stratum, probability, events, drawn from sample_population
                        where day between :first and :last order by day, stratum, probability
                        """)
                    .bind("first", first)
                    .bind("last", last)
                    .map((row, _) -> population(row))
                    .list());
  }

  private static Population population(ResultSet row) throws SQLException {
    return new Population(
        row.getObject(1, LocalDate.class),
        row.getString(2),
        row.getDouble(3),
        row.getLong(4),
        row.getLong(5));
  }

  /**
   * Hands over the samples from the first day to the last, those of a day in no order that tells.
   */
  public void read(LocalDate first, LocalDate last, Consumer<Sample> reader) {
    database
        .jdbi()
        .useTransaction(
            handle ->
                handle
                    .createQuery(
                        """
                        select day, stratum, probability, lang, region, surface, outcome, text
                        from sample where day between :first and :last order by day, md5(text)
                        """)
                    .bind("first", first)
                    .bind("last", last)
                    .setFetchSize(AT_ONCE)
                    .map((row, _) -> sample(row))
                    .forEach(reader));
  }

  private static Sample sample(ResultSet row) throws SQLException {
    return new Sample(
        row.getObject(1, LocalDate.class),
        row.getString(2),
        row.getDouble(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8));
  }
}
