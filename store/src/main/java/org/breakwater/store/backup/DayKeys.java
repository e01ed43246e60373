package org.breakwater.store.backup;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.database.StoreFault;

/**
 * The keys of backups, one for each day, in a folder outside the database. Streaming AES-256-GCM of
 * Tink, in its format. A day's key is destroyed after 30 days, and all backups of that day with it,
 * wherever their copies are.
 */
public final class DayKeys {
  /** Days that a backup can be read (design.md §6). */
  public static final int DAYS = 30;

  private static final String ENDING = ".key";

  private final Path folder;

  /**
   * @param keys the folder of all keys, which only its owner may enter
   */
  public DayKeys(Path keys) {
    this.folder = keys.resolve("backup");
    try {
      StreamingAeadConfig.register();
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw fault("use", folder, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot be set up", e);
    }
  }

  /** The key of a day, made when it is first asked for. */
  StreamingAead of(LocalDate day) {
    return key(file(day).orFirst(DayKeys::generated));
  }

  /** The key of a day on which a backup was made; empty once it is destroyed. */
  Optional<StreamingAead> kept(LocalDate day) {
    return file(day).text().map(DayKeys::key);
  }

  /** Destroys the keys whose time is over. Returns their days. */
  public List<LocalDate> destroyBefore(LocalDate today) {
    try (Stream<Path> files = Files.list(folder)) {
      List<LocalDate> over =
          files
              .flatMap(file -> day(file).stream())
              .filter(day -> day.isBefore(today.minusDays(DAYS)))
              .sorted()
              .toList();
      for (LocalDate day : over) Files.delete(file(day).path());
      return over;
    } catch (IOException e) {
      throw fault("empty", folder, e);
    }
  }

  private OwnFile file(LocalDate day) {
    return new OwnFile(folder.resolve(day + ENDING));
  }

  private static Optional<LocalDate> day(Path file) {
    try {
      return Optional.of(LocalDate.parse(file.getFileName().toString().replace(ENDING, "")));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static String generated() {
    try {
      var handle = KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
      return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink has AES-256-GCM", e);
    }
  }

  private static StreamingAead key(String text) {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get())
          .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    } catch (GeneralSecurityException e) {
      throw new StoreFault(StoreFault.Code.FILE, "a backup's key cannot be read: " + e);
    }
  }

  private static StoreFault fault(String deed, Path path, IOException cause) {
    return new StoreFault(
        StoreFault.Code.FILE, "cannot %s `%s`: %s".formatted(deed, path, cause.getMessage()));
  }
}
