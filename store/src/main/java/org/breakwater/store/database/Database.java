package org.breakwater.store.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;

/** A migrated PostgreSQL database with a pool of connections for readers. Safe for many threads. */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 8;
  private static final int SECONDS_TO_VALIDATE = 2;
  private static final String SECONDS_TO_CONNECT = "5";
  private static final String SECONDS_TO_ANSWER = "30";

  private final PostgresUrl url;
  private final AgroalDataSource pool;
  private final Jdbi jdbi;

  private Database(PostgresUrl url) throws SQLException {
    this.url = url;
    this.pool = AgroalDataSource.from(configuration(url));
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Opens a database and brings it to the newest form.
   *
   * @param address {@code postgresql://user:password@host:port/name}
   * @throws StoreFault if it does not answer or is of a newer form
   */
  public static Database open(String address) {
    return openAt(address, Migrations.NEWEST);
  }

  /**
   * Opens a database and brings it to the form that a backup has, or a release before this had.
   *
   * @param level version of the last migration to apply
   */
  public static Database openAt(String address, String level) {
    PostgresUrl url = PostgresUrl.parse(address);
    try {
      var database = new Database(url);
      Migrations.apply(database.pool, level);
      return database;
    } catch (SQLException e) {
      throw gone(e);
    }
  }

  /** Reads through the pool. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** A connection outside the pool, for whoever holds a lock as long as it lives. */
  public Connection connect() throws SQLException {
    return connect(url);
  }

  static Connection connect(PostgresUrl url) throws SQLException {
    Properties properties = timeouts();
    properties.setProperty("user", url.user());
    properties.setProperty("password", url.password());
    return DriverManager.getConnection(url.jdbc(), properties);
  }

  /** The fault that says so. */
  public static StoreFault gone(SQLException cause) {
    return new StoreFault(
        StoreFault.Code.DATABASE_GONE, "the database does not answer: " + cause.getMessage());
  }

  @Override
  public void close() {
    pool.close();
  }

  private static AgroalDataSourceConfigurationSupplier configuration(PostgresUrl url) {
    return new AgroalDataSourceConfigurationSupplier()
        .connectionPoolConfiguration(
            pool ->
                pool.maxSize(CONNECTIONS_MAX)
                    .acquisitionTimeout(Duration.ofSeconds(5))
                    .validateOnBorrow(true)
                    // Without these two a connection that a crash closed is handed out for ever.
                    .connectionValidator(
                        ConnectionValidator.defaultValidatorWithTimeout(SECONDS_TO_VALIDATE))
                    .exceptionSorter(new PostgreSQLExceptionSorter())
                    .connectionFactoryConfiguration(
                        factory -> {
                          timeouts()
                              .forEach((key, value) -> factory.jdbcProperty("" + key, "" + value));
                          return factory
                              .jdbcUrl(url.jdbc())
                              .principal(new NamePrincipal(url.user()))
                              .credential(new SimplePassword(url.password()));
                        }));
  }

  private static Properties timeouts() {
    var properties = new Properties();
    properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
    properties.setProperty("socketTimeout", SECONDS_TO_ANSWER);
    properties.setProperty("ApplicationName", "breakwater");
    return properties;
  }
}
