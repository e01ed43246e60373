package org.breakwater.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder with everything that must survive, held by one server at a time. */
record DataFolder(Path path, FileLock lock) {

  /** Makes it where it is missing, and holds it until this process ends. */
  static DataFolder taken(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder.resolve("keys"));
      Files.setPosixFilePermissions(
          folder.resolve("keys"), PosixFilePermissions.fromString("rwx------"));
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null)
        throw new EnvironmentFault(
            "another `bw serve` uses `%s`; choose another folder by --data".formatted(folder));
      return new DataFolder(folder, lock);
    } catch (IOException e) {
      throw new EnvironmentFault("cannot use `%s` as data folder: %s".formatted(folder, e));
    }
  }

  Path keys() {
    return path.resolve("keys");
  }
}
