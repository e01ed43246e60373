package org.breakwater.store.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.StreamingAead;
import com.google.errorprone.annotations.FormatMethod;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.database.StoreFault;
import org.breakwater.store.decision.Audit;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Partitions;
import org.breakwater.store.merkle.Checkpoint;
import org.breakwater.store.merkle.Note;
import org.breakwater.store.merkle.VerifyKey;
import org.postgresql.PGConnection;

/**
 * Reads a backup into an empty database. It is read twice: first as a whole, to see that nothing is
 * missing or changed, before the first row is written.
 */
public final class Restore {
  private final Path file;
  private final StreamingAead key;

  private Restore(Path file, StreamingAead key) {
    this.file = file;
    this.key = key;
  }

  /**
   * Restores, and verifies the log against the newest checkpoint: the one in the file, or the one
   * in the backup where there is none; that is then kept in the file.
   *
   * @param address of an empty database, as {@link Database#open} takes it
   * @param checkpoint the file of the newest checkpoint, outside the database
   */
  public static Audit.Finding into(
      String address, Path file, DayKeys keys, LogSecrets secrets, Path checkpoint) {
    LocalDate day = day(file);
    StreamingAead key =
        keys.kept(day)
            .orElseThrow(
                () ->
                    fault(
                        "the key of %s is not there or was destroyed after %d days; without it"
                            + " `%s` cannot be read",
                        day, DayKeys.DAYS, file));
    var restore = new Restore(file, key);
    Manifest manifest = restore.manifest();
    try (var database = Database.openAt(address, manifest.level())) {
      restore.load(database, manifest);
    }
    var published = new OwnFile(checkpoint);
    String note = published.orFirst(manifest::checkpoint);
    try (var database = Database.open(address)) {
      return Audit.of(database, secrets, trusted(note, secrets.logKey().verifyKey(), checkpoint));
    }
  }

  private static Checkpoint trusted(String note, VerifyKey key, Path path) {
    return switch (Note.open(note, key)) {
      case Note.Opened.Trusted(var checkpoint) -> checkpoint;
      case Note.Opened.Refused(var why) -> throw fault("`%s` cannot be trusted: %s", path, why);
    };
  }

  private static LocalDate day(Path file) {
    String name = file.getFileName().toString();
    try {
      return LocalDate.parse(name.substring(0, Math.min(10, name.length())));
    } catch (DateTimeException _) {
      throw fault("`%s` is not named as a backup is, by its time", file);
    }
  }

  @FormatMethod
  private static StoreFault fault(String what, Object... values) {
    return new StoreFault(StoreFault.Code.FILE, what.formatted(values));
  }

  private InputStream open() throws IOException, GeneralSecurityException {
    byte[] name = file.getFileName().toString().getBytes(UTF_8);
    return key.newDecryptingStream(Files.newInputStream(file), name);
  }

  /** Reads all of it once, and compares what each table holds with what the manifest says. */
  private Manifest manifest() {
    Map<String, String> found = new TreeMap<>();
    List<Manifest> manifests = new ArrayList<>();
    try (var zip = new ZipInputStream(open())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(Backup.MANIFEST))
          manifests.add(Manifest.parse(new String(zip.readAllBytes(), UTF_8)));
        else found.put(entry.getName(), hash(zip));
      }
    } catch (IOException | GeneralSecurityException e) {
      throw fault("`%s` was changed, or is not whole: %s", file, e);
    }
    if (manifests.size() != 1 || !manifests.getFirst().tables().equals(found))
      throw fault("`%s` does not hold what its manifest says", file);
    return manifests.getFirst();
  }

  private static String hash(InputStream table) throws IOException {
    var digest = new DigestInputStream(table, Backup.sha256());
    digest.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.getMessageDigest().digest());
  }

  private void load(Database database, Manifest manifest) {
    try (Connection connection = database.connect();
        var zip = new ZipInputStream(open())) {
      mustBeEmpty(connection);
      for (LocalDate day : manifest.days()) Partitions.make(connection, day);
      connection.setAutoCommit(false);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
        if (!entry.getName().equals(Backup.MANIFEST)) load(connection, entry.getName(), zip);
      Backup.execute(connection, Tables.continuations(connection));
      connection.commit();
    } catch (SQLException e) {
      throw Database.gone(e);
    } catch (IOException | GeneralSecurityException e) {
      throw fault("cannot read `%s`: %s", file, e);
    }
  }

  private static void mustBeEmpty(Connection connection) throws SQLException, IOException {
    for (String table : Tables.names(connection)) {
      try (var statement = connection.createStatement();
          var row = statement.executeQuery("select exists (select from " + table + ")")) {
        row.next();
        if (row.getBoolean(1))
          throw fault("the database is not empty: `%s` has rows; restore into a new one", table);
      }
    }
  }

  private static void load(Connection connection, String table, InputStream rows)
      throws SQLException, IOException {
    String columns = String.join(", ", Tables.columns(connection, table));
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            "copy %s (%s) from stdin (format binary)".formatted(table, columns),
            new Unclosed(rows));
    // The old server's write-ahead log means nothing here.
    if (table.equals("log_entry") && columns.contains("wal"))
      Backup.execute(connection, List.of("update log_entry set wal = null"));
    // Who had logged out since the backup, or was closed, must not be in again.
    if (table.equals("session")) Backup.execute(connection, List.of("delete from session"));
  }

  /** One table of many: whoever has read it must not close the rest. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
