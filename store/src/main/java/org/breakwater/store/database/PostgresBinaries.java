package org.breakwater.store.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked from the archive on the class path: initdb and postgres. */
record PostgresBinaries(Path folder) {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  /** Unpacks them into a folder, unless they are there. */
  static PostgresBinaries in(Path folder) {
    URL archive = archive().orElseThrow(PostgresBinaries::notForThisMachine);
    try {
      String size = Long.toString(archive.openConnection().getContentLengthLong());
      Path mark = folder.resolve("unpacked");
      if (!Files.exists(mark) || !Files.readString(mark).equals(size)) {
        unpack(archive, folder);
        // Before the mark says that they are there.
        Synced.all(folder);
        Files.writeString(mark, size);
      }
    } catch (IOException e) {
      throw new StoreFault(
          StoreFault.Code.FILE, "cannot unpack PostgreSQL into `%s`: %s".formatted(folder, e));
    }
    return new PostgresBinaries(folder);
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private static Optional<URL> archive() {
    boolean fits =
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64");
    return fits
        ? Optional.ofNullable(PostgresBinaries.class.getResource(ARCHIVE))
        : Optional.empty();
  }

  private static StoreFault notForThisMachine() {
    return new StoreFault(
        StoreFault.Code.CANNOT_START,
        "the embedded PostgreSQL is for Linux on x86-64, this is %s on %s; use --database"
            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
  }

  private static void unpack(URL archive, Path folder) throws IOException {
    try (InputStream packed = new BufferedInputStream(archive.openStream());
        var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, folder);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) throw new IOException("leads outside: " + entry.getName());
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    Files.deleteIfExists(target);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean runs = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
