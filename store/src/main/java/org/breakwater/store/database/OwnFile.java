package org.breakwater.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;

/** A small file that only its owner may read: a password or a key. */
public record OwnFile(Path path) {

  /** Its text; what {@code first} says when it is not there yet, which is then kept. */
  public String orFirst(Supplier<String> first) {
    Optional<String> kept = text();
    if (kept.isPresent()) return kept.get();
    String made = first.get();
    write(made);
    return made;
  }

  /** Its text; empty when there is no such file. */
  public Optional<String> text() {
    try {
      return Optional.of(Files.readString(path));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw fault("read", e);
    }
  }

  /** Replaces it as a whole: a reader sees the old text or the new one, also after a crash. */
  public void write(String text) {
    Path next = path.resolveSibling(path.getFileName() + ".new");
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      Files.deleteIfExists(next);
      Files.createFile(next, mine);
      Files.writeString(next, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
      // The new name too must survive a loss of power: a key that is lost is made anew.
      Synced.names(path.toAbsolutePath().resolveSibling("."));
    } catch (IOException e) {
      throw fault("write", e);
    }
  }

  private StoreFault fault(String deed, IOException cause) {
    return new StoreFault(
        StoreFault.Code.FILE, "cannot %s `%s`: %s".formatted(deed, path, cause.getMessage()));
  }
}
