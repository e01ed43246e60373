package org.breakwater.store.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One embedded server for all tests of a run, with a fresh schema for whoever asks. */
public final class TestPostgres {
  private static final String DATABASE = "test";
  private static final String NEWEST = "newest";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = started();

  private TestPostgres() {}

  private static EmbeddedPostgres started() {
    var server =
        EmbeddedPostgres.start(
            Path.of("target", "test-data-" + System.getProperty("test.fork", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    execute(server.url(), "drop database if exists " + DATABASE);
    execute(server.url(), "create database " + DATABASE);
    execute(server.url(), "drop database if exists " + NEWEST);
    execute(server.url(), "create database " + NEWEST);
    Database.open(server.url(NEWEST)).close();
    return server;
  }

  /** A database that nobody else uses, in its newest form: copied, which is faster than made. */
  public static Database fresh() {
    String name = "copy_" + COUNT.incrementAndGet();
    execute(SERVER.url(), "drop database if exists " + name);
    execute(SERVER.url(), "create database " + name + " template " + NEWEST);
    return Database.open(SERVER.url(name));
  }

  /** The address of an empty one; a schema, because those are made sooner. */
  public static String freshAddress() {
    String url = SERVER.url(DATABASE);
    String name = "test_" + COUNT.incrementAndGet();
    execute(url, "create schema " + name);
    return url + "?currentSchema=" + name;
  }

  private static void execute(String url, String sql) {
    try (Connection connection = Database.connect(PostgresUrl.parse(url));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw Database.gone(e);
    }
  }
}
