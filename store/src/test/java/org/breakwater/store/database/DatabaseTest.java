package org.breakwater.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private final Database database = TestPostgres.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  private int one() {
    return database
        .jdbi()
        .withHandle(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
  }

  @Test
  void connectionsThatACrashClosed_areReplaced() throws SQLException {
    assertThat(one()).isEqualTo(1);
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
              + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
    }
    assertThat(one()).isEqualTo(1);
    assertThat(one()).isEqualTo(1);
  }

  @Test
  void settingsOfDurability_areReadBack() {
    Durability found = Durability.of(database);
    assertThat(found.isFlushed()).isTrue();
    assertThat(found.settings()).containsEntry("data_checksums", "on");
  }
}
