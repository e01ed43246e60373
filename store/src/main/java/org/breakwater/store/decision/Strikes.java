package org.breakwater.store.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.breakwater.store.database.Database;
import org.jdbi.v3.core.Handle;

/**
 * Strikes: what people's rulings count against authors. Written in the transaction of the ruling;
 * one for each content and revision, for its newest ruling stands.
 */
public final class Strikes {
  /** In one statement, so that strikes and generation are of one moment. */
  private static final String AFTER =
      """
      select coalesce((select generation from strike_generation), 0), strike, author, strikes,
        confirmed_on, expires_on
      from (values (true)) as one left join strike on strike > :strike
      order by strike
      """;

  private static final String INSERT =
      """
      insert into strike (author, ruling, decision, content, revision, severity, strikes,
        confirmed_on, expires_on, seal)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (content, revision) do nothing
      """;

  private final Database database;

  public Strikes(Database database) {
    this.database = database;
  }

  /**
   * One confirmed decision.
   *
   * @param number rises in the order of their entry
   * @param author the author's name under the key outside the database
   * @param strikes 0 or more
   * @param expiresOn the first day on which it counts no more
   */
  public record Strike(
      long number, UUID author, int strikes, LocalDate confirmedOn, LocalDate expiresOn) {}

  /**
   * What has come.
   *
   * @param generation another one than before says that strikes have gone, too
   */
  public record News(long generation, List<Strike> strikes) {
    public News {
      strikes = List.copyOf(strikes);
    }
  }

  /** The strikes that were entered after that one, in their order; all of them after 0. */
  public News after(long strike) {
    return database.jdbi().withHandle(handle -> after(handle, strike));
  }

  private static News after(Handle handle, long strike) {
    List<News> rows =
        handle.createQuery(AFTER).bind("strike", strike).map((row, _) -> news(row)).list();
    return new News(
        rows.getFirst().generation(),
        rows.stream().flatMap(row -> row.strikes().stream()).toList());
  }

  private static News news(ResultSet row) throws SQLException {
    long generation = row.getLong(1);
    UUID author = row.getObject(3, UUID.class);
    if (author == null) return new News(generation, List.of());
    var strike =
        new Strike(
            row.getLong(2),
            author,
            row.getInt(4),
            row.getObject(5, LocalDate.class),
            row.getObject(6, LocalDate.class));
    return new News(generation, List.of(strike));
  }

  /** The name under which strikes know an author. */
  public static UUID author(LogSecrets secrets, String id) {
    return secrets.name("author", id.getBytes(UTF_8));
  }

  /** Does what a ruling asks for, in its transaction. */
  static void ruled(
      Connection connection, LogSecrets secrets, UUID ruling, Act.Ruled ruled, LocalDate today)
      throws SQLException {
    switch (ruled.confirmation()) {
      case Confirmation.Nothing _ -> overturn(connection, ruled);
      case Confirmation.Violation violation ->
          insert(connection, secrets, Row.of(ruling, ruled, violation, today));
    }
  }

  private static void overturn(Connection connection, Act.Ruled ruled) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from strike where content = ? and revision = ?")) {
      delete.setObject(1, ruled.content());
      delete.setInt(2, ruled.revision());
      delete.executeUpdate();
    }
  }

  /** A row but for its number and its seal. */
  record Row(
      UUID author,
      UUID ruling,
      UUID decision,
      UUID content,
      int revision,
      int severity,
      int strikes,
      LocalDate confirmedOn,
      LocalDate expiresOn) {
    static final String COLUMNS =
        "author, ruling, decision, content, revision, severity, strikes, confirmed_on, expires_on";

    static Row of(UUID ruling, Act.Ruled ruled, Confirmation.Violation by, LocalDate today) {
      return new Row(
          by.author(),
          ruling,
          ruled.decision(),
          ruled.content(),
          ruled.revision(),
          by.severity(),
          by.strikes(),
          today,
          today.plus(by.expires()));
    }

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getObject(1, UUID.class),
          row.getObject(2, UUID.class),
          row.getObject(3, UUID.class),
          row.getObject(4, UUID.class),
          row.getInt(5),
          row.getInt(6),
          row.getInt(7),
          row.getObject(8, LocalDate.class),
          row.getObject(9, LocalDate.class));
    }

    UUID seal(LogSecrets secrets) {
      return secrets.seal(
          "strike",
          author,
          ruling,
          decision,
          content,
          revision,
          severity,
          strikes,
          confirmedOn,
          expiresOn);
    }
  }

  private static void insert(Connection connection, LogSecrets secrets, Row row)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, row.author());
      insert.setObject(2, row.ruling());
      insert.setObject(3, row.decision());
      insert.setObject(4, row.content());
      insert.setInt(5, row.revision());
      insert.setInt(6, row.severity());
      insert.setInt(7, row.strikes());
      insert.setObject(8, row.confirmedOn());
      insert.setObject(9, row.expiresOn());
      insert.setObject(10, row.seal(secrets));
      insert.executeUpdate();
    }
  }

  /** Forgets an author, or a content; how many strikes that were. */
  static int forget(Handle handle, String column, UUID name) {
    return handle
        .createUpdate("delete from strike where <column> = :name")
        .define("column", column)
        .bind("name", name)
        .execute();
  }
}
