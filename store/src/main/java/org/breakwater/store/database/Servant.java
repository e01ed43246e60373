package org.breakwater.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user PostgreSQL runs as: ourselves, or another one where we are root, which PostgreSQL
 * refuses.
 *
 * @param name empty for ourselves
 * @param group number of the user's own group; empty for ourselves
 */
record Servant(String name, String group) {
  private static final List<String> CANDIDATES = List.of("breakwater", "postgres", "nobody");
  private static final Path USERS = Path.of("/etc/passwd");

  static Servant here() {
    if (!System.getProperty("user.name").equals("root")) return new Servant("", "");
    try (Stream<String> lines = Files.lines(USERS)) {
      List<List<String>> users = lines.map(line -> List.of(line.split(":", -1))).toList();
      return CANDIDATES.stream()
          .flatMap(name -> users.stream().filter(user -> user.getFirst().equals(name)))
          .findFirst()
          .map(user -> new Servant(user.getFirst(), user.get(3)))
          .orElseThrow(() -> nobody("has no user " + String.join(", ", CANDIDATES)));
    } catch (IOException e) {
      throw nobody("cannot be read: " + e.getMessage());
    }
  }

  private static StoreFault nobody(String why) {
    return new StoreFault(
        StoreFault.Code.CANNOT_START,
        "PostgreSQL does not run as root, and `%s` %s to run it as".formatted(USERS, why));
  }

  /** The command that runs a command as this user. */
  List<String> command(List<String> command) {
    if (name.isEmpty()) return command;
    List<String> whole =
        new ArrayList<>(List.of("setpriv", "--reuid", name, "--regid", group, "--clear-groups"));
    whole.addAll(command);
    return whole;
  }

  /** Gives a folder or file to this user. */
  void own(Path path) {
    if (name.isEmpty()) return;
    try {
      var users = path.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(path, users.lookupPrincipalByName(name));
    } catch (IOException e) {
      throw new StoreFault(
          StoreFault.Code.FILE, "cannot give `%s` to user `%s`: %s".formatted(path, name, e));
    }
  }

  /** Throws unless this user can reach the folder. */
  void mustReach(Path folder) {
    if (name.isEmpty()) return;
    Stream.iterate(folder.toAbsolutePath(), path -> path != null, Path::getParent)
        .toList()
        .reversed()
        .forEach(this::mustEnter);
  }

  private void mustEnter(Path folder) {
    try {
      var mayEnter =
          new ProcessBuilder(command(List.of("test", "-x", folder.toString()))).start().waitFor();
      if (mayEnter == 0) return;
    } catch (IOException e) {
      throw new StoreFault(StoreFault.Code.CANNOT_START, "cannot run `setpriv`: " + e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new StoreFault(
        StoreFault.Code.CANNOT_START,
        ("PostgreSQL does not run as root and runs as user `%s` here, who may not enter `%s`;"
                + " choose another folder by --data, or do not run as root")
            .formatted(name, folder));
  }
}
