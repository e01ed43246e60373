package org.breakwater.store.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.store.database.Database;
import org.jdbi.v3.core.Handle;

/** Reads what is kept of decisions. Safe for use by many threads. */
public final class Dossiers {
  private static final String SELECT =
      """
      select d.decision, d.batch, d.position, d.content, d.kept, d.outcome, r.policies,
        coalesce(m.revision, 0), m.content, m.text, m.author, m.signals, m.json, m.expires_on,
        coalesce(m.recorded, false), ad.kind, ad.verified
      from decision d join rules r using (rules) left join material m on m.decision = d.decision
        left join ad on ad.decision = d.decision
      """;

  private final Database database;

  public Dossiers(Database database) {
    this.database = database;
  }

  /** One decision; empty when there is none, or its time is over. */
  public Optional<Dossier> find(UUID decision) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        SELECT + "where d.decision = :decision and d.kept in (true, false)")
                    .bind("decision", decision)
                    .map((row, _) -> dossier(row, handle))
                    .findOne());
  }

  /**
   * Decisions on one content, newest first.
   *
   * @param content its name under the key outside the database
   * @param before only those older than this one; empty for the newest
   * @param max at most so many
   */
  public List<Dossier> of(UUID content, Optional<UUID> before, int max) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        SELECT
                            + """
                            where d.content = :content and d.decision < :before
                            order by d.decision desc limit :max
                            """)
                    .bind("content", content)
                    .bind("before", before.orElse(new UUID(-1, -1)))
                    .bind("max", max)
                    .map((row, _) -> dossier(row, handle))
                    .list());
  }

  /**
   * What is kept of a content for whoever reviews it, also where its author is not recorded.
   *
   * @param until the day on which it goes
   */
  public record Kept(String text, int revision, LocalDate until) {}

  /** What is kept of a decision's content; empty when it was allowed, or its time is over. */
  public Optional<Kept> kept(UUID decision) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select text, revision, expires_on from material
                        where decision = :decision
                        """)
                    .bind("decision", decision)
                    .map(
                        (row, _) ->
                            new Kept(
                                row.getString(1), row.getInt(2), row.getObject(3, LocalDate.class)))
                    .findOne());
  }

  /** The rulings on a content at one revision, oldest first; the newest stands. */
  public List<Ruling> rulingsOn(UUID content, int revision) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select %s from ruling where content = :content and revision = :revision
                        order by ruling
                        """
                            .formatted(Ruling.COLUMNS))
                    .bind("content", content)
                    .bind("revision", revision)
                    .map((row, _) -> Ruling.of(row))
                    .list());
  }

  /** The rulings entered after that one, in their order; all of them after the least name. */
  public List<Ruling> rulingsAfter(UUID ruling) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select %s from ruling where ruling > :ruling order by ruling"
                            .formatted(Ruling.COLUMNS))
                    .bind("ruling", ruling)
                    .map((row, _) -> Ruling.of(row))
                    .list());
  }

  private static Dossier dossier(ResultSet row, Handle handle) throws SQLException {
    UUID decision = row.getObject(1, UUID.class);
    return new Dossier(
        new Place(decision, row.getLong(2), row.getInt(3)),
        row.getObject(4, UUID.class),
        row.getBoolean(5),
        row.getString(6),
        row.getString(7),
        row.getInt(8),
        row.getBoolean(15) ? Optional.of(recorded(row)) : Optional.empty(),
        rulings(handle, decision));
  }

  private static Dossier.Recorded recorded(ResultSet row) throws SQLException {
    return new Dossier.Recorded(
        row.getString(9),
        row.getString(10),
        Objects.requireNonNullElse(row.getString(11), ""),
        advertiser(row),
        Objects.requireNonNullElse(row.getString(12), ""),
        Objects.requireNonNullElse(row.getString(13), ""),
        row.getObject(14, LocalDate.class));
  }

  private static Optional<Advertiser> advertiser(ResultSet row) throws SQLException {
    String kind = row.getString(16);
    return kind == null ? Optional.empty() : Optional.of(new Advertiser(kind, row.getBoolean(17)));
  }

  private static List<Ruling> rulings(Handle handle, UUID decision) {
    return handle
        .createQuery(
            "select %s from ruling where decision = :decision order by ruling"
                .formatted(Ruling.COLUMNS))
        .bind("decision", decision)
        .map((row, _) -> Ruling.of(row))
        .list();
  }
}
