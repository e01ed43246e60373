package org.breakwater.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.breakwater.server.EnvironmentFault;
import org.breakwater.server.UsageFault;
import org.breakwater.server.settings.Settings;
import org.breakwater.store.decision.LogSecrets;

/** A data folder for what is simulated: its log has a name that no other log has. */
public final class DemoFolder {
  private static final Set<PosixFilePermission> MINE = PosixFilePermissions.fromString("rwx------");

  private DemoFolder() {}

  /** Makes it where nothing is yet. */
  static void make(Path data) {
    try {
      Files.createDirectories(data);
      try (Stream<Path> there = Files.list(data)) {
        if (there.findAny().isPresent())
          throw new UsageFault(
              "`%s` is not empty; a demo begins in an empty folder, and what it left is served by"
                      .formatted(data)
                  + " `bw serve --data %s`".formatted(data));
      }
      Path keys = data.resolve("keys");
      Files.createDirectory(keys, PosixFilePermissions.asFileAttribute(MINE));
      LogSecrets.ofDemo(keys);
    } catch (IOException e) {
      throw new EnvironmentFault("cannot make `%s`: %s".formatted(data, e.getMessage()));
    }
  }

  /**
   * Refuses to move the clock anywhere but in a folder that was made for a demo and in which
   * nothing has happened.
   */
  public static void mustBeFresh(Settings settings) {
    Path data = settings.database().folder();
    boolean isMade = Files.isRegularFile(data.resolve("keys").resolve("log.key"));
    boolean isUsed = Files.exists(data.resolve("postgres")) || !settings.database().url().isEmpty();
    if (!isMade || isUsed || !LogSecrets.in(data.resolve("keys")).isDemo())
      throw new UsageFault(
          "`%s` was not just made by `bw demo`; nowhere else is the clock moved".formatted(data));
  }
}
