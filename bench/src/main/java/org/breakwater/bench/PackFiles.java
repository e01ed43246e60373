package org.breakwater.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Problem;
import org.breakwater.engine.policy.text.Loaded;
import org.breakwater.engine.policy.text.Pack;

/** A pack in a folder. */
final class PackFiles {
  private static final String BY_DEFAULT = "packs/human-exploitation";

  private PackFiles() {}

  /** The folder of that name, or the default; in the working directory, else in the checkout. */
  static Path folder(String stated) {
    String name = stated.isEmpty() ? BY_DEFAULT : stated;
    Path home = Path.of(System.getProperty("bw.home", "."));
    return Stream.of(Path.of(name), home.resolve(name))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(() -> new EnvironmentFault("no folder `" + name + "`; name one by --pack"));
  }

  /** The pack's default version, with its files as they are. */
  static PolicyVersion version(Path folder) {
    return switch (Pack.of(read(folder)).loadUnpinned("")) {
      case Loaded.Accepted(var version) -> version;
      case Loaded.Rejected(var problems) ->
          throw new EnvironmentFault(
              problems.stream()
                  .map(Problem::toString)
                  .collect(Collectors.joining("\n", "pack `" + folder + "` cannot be used\n", "")));
    };
  }

  /** Its rules, by path in the pack. */
  static Map<String, byte[]> read(Path folder) {
    var files = new TreeMap<String, byte[]>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (Pack.isRule(name)) files.put(name, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new EnvironmentFault("cannot read `" + folder + "`: " + e.getMessage());
    }
    return files;
  }
}
