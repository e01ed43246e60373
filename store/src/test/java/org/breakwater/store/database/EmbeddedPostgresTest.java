package org.breakwater.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresTest {
  // Not a folder of JUnit's: those are closed to the user whom PostgreSQL runs as under root.
  private static final Path DATA = Path.of("target", "embedded-data");

  private final EmbeddedPostgres postgres = EmbeddedPostgres.start(DATA);

  @BeforeAll
  void isNotLeftFromBefore() {
    assertThat(postgres.pid()).isPresent();
  }

  @AfterAll
  void end() throws IOException {
    postgres.close();
    assertThat(postgres.pid()).isEmpty();
    try (var files = Files.walk(DATA)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  private String setting(String name) throws SQLException {
    try (Connection connection = Database.connect(PostgresUrl.parse(postgres.url()));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void commitsAreFlushed_andPagesChecked() throws SQLException {
    assertThat(setting("fsync")).isEqualTo("on");
    assertThat(setting("synchronous_commit")).isEqualTo("on");
    assertThat(setting("full_page_writes")).isEqualTo("on");
    assertThat(setting("data_checksums")).isEqualTo("on");
    assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
  }

  @Test
  void wrongPassword_isRefused() {
    var wrong = PostgresUrl.parse(postgres.url().replaceFirst(":[0-9a-f]{48}@", ":wrong@"));
    assertThatThrownBy(() -> Database.connect(wrong)).hasMessageContaining("password");
  }

  @Test
  void password_isReadByItsOwnerOnly() throws IOException {
    var permissions = Files.getPosixFilePermissions(DATA.resolve("keys/postgres.password"));
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
  }

  @Test
  void killedPostmaster_isStartedAgain() throws InterruptedException {
    long first = postgres.pid().orElseThrow();
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    long end = System.nanoTime() + 20_000_000_000L;
    while (!answers() && System.nanoTime() < end) Thread.sleep(50);
    assertThat(answers()).isTrue();
    assertThat(postgres.pid()).isPresent().get().isNotEqualTo(first);
  }

  private boolean answers() {
    try {
      return setting("fsync").equals("on")
          && ProcessHandle.of(postgres.pid().orElse(-1L)).isPresent();
    } catch (SQLException | IllegalArgumentException _) {
      return false;
    }
  }

  @Test
  void dataOfAnotherMajor_isRefusedInWords() throws IOException {
    Path other = Path.of("target", "other-major");
    Files.createDirectories(other.resolve("postgres/cluster"));
    Files.writeString(other.resolve("postgres/cluster/PG_VERSION"), "17\n");
    assertThatThrownBy(() -> EmbeddedPostgres.start(other))
        .hasMessageContaining("was written by PostgreSQL 17 and this is PostgreSQL 18");
  }
}
