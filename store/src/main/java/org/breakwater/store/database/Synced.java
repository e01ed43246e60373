package org.breakwater.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Brings to the disk what would otherwise get there some time. */
final class Synced {
  private Synced() {}

  /** The names in a folder: a file that was moved there is there after a loss of power too. */
  static void names(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  /** Everything on the file system of that folder. */
  static void all(Path folder) throws IOException {
    Process sync = new ProcessBuilder("sync", "--file-system", folder.toString()).start();
    try {
      if (sync.waitFor() != 0) throw new IOException("`sync` says no");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }
}
