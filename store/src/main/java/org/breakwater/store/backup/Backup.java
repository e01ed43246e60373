package org.breakwater.store.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.StreamingAead;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.StoreFault;
import org.breakwater.store.decision.Partitions;
import org.postgresql.PGConnection;

/**
 * Writes a backup: every table by COPY in one snapshot, so that it is the database as it was at one
 * moment, while the server goes on. A ZIP file of tables and a manifest, encrypted as a whole.
 */
public final class Backup {
  static final String ENDING = ".bwbackup";
  static final String MANIFEST = "manifest";

  private Backup() {}

  /**
   * Writes one.
   *
   * @param checkpoint the note that is published now
   * @return the file
   */
  public static Path write(
      Database database, DayKeys keys, String checkpoint, Path folder, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    String name = now.truncatedTo(ChronoUnit.MILLIS).toString().replace(':', '-') + ENDING;
    Path file = folder.resolve(name);
    Path next = folder.resolve(name + ".new");
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      Files.createDirectories(folder);
      Files.createFile(next, mine);
      StreamingAead key = keys.of(day);
      // The name is part of what is sealed: a backup cannot be passed off as another day's.
      try (OutputStream plain =
              key.newEncryptingStream(Files.newOutputStream(next), name.getBytes(UTF_8));
          var zip = new ZipOutputStream(new BufferedOutputStream(plain));
          Connection connection = database.connect()) {
        copy(connection, checkpoint, zip);
      }
      return Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | GeneralSecurityException e) {
      throw new StoreFault(
          StoreFault.Code.FILE, "cannot write `%s`: %s".formatted(file, e.getMessage()));
    } catch (SQLException e) {
      throw Database.gone(e);
    }
  }

  private static void copy(Connection connection, String checkpoint, ZipOutputStream zip)
      throws SQLException, IOException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    Map<String, String> tables = new TreeMap<>();
    for (String table : Tables.names(connection))
      tables.put(table, copyTable(connection, table, zip));
    var manifest =
        new Manifest(Tables.level(connection), Partitions.days(connection), tables, checkpoint);
    zip.putNextEntry(new ZipEntry(MANIFEST));
    zip.write(manifest.text().getBytes(UTF_8));
    zip.closeEntry();
    connection.rollback();
  }

  private static String copyTable(Connection connection, String table, ZipOutputStream zip)
      throws SQLException, IOException {
    zip.putNextEntry(new ZipEntry(table));
    var digest = new DigestOutputStream(zip, sha256());
    String columns = String.join(", ", Tables.columns(connection, table));
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut(
            "copy (select %s from %s) to stdout (format binary)".formatted(columns, table), digest);
    zip.closeEntry();
    return HexFormat.of().formatHex(digest.getMessageDigest().digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) statement.execute(sql);
    }
  }
}
