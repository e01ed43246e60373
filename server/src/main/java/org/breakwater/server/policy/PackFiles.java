package org.breakwater.server.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Problem;
import org.breakwater.engine.policy.text.Listed;
import org.breakwater.engine.policy.text.Loaded;
import org.breakwater.engine.policy.text.Pack;
import org.breakwater.server.EnvironmentFault;

/** A policy pack in a folder. */
public final class PackFiles {
  private final Path folder;
  private final Pack pack;
  private final Listed.Accepted listed;

  private PackFiles(Path folder, Pack pack, Listed.Accepted listed) {
    this.folder = folder;
    this.pack = pack;
    this.listed = listed;
  }

  /**
   * The pack in the working directory, else in the checkout.
   *
   * @param home the checkout
   * @param overlay folder of an operator's own files beside it; empty for none
   */
  public static PackFiles find(Path home, String stated, String overlay) {
    Path folder = folder(home, stated, "--pack");
    Map<String, byte[]> own =
        overlay.isEmpty() ? Map.of() : rules(folder(home, overlay, "--overlay"));
    var pack = new Pack(rules(folder), own);
    return switch (pack.versions()) {
      case Listed.Accepted listed -> new PackFiles(folder, pack, listed);
      case Listed.Rejected(var problems) -> throw fault(folder, problems);
    };
  }

  private static Path folder(Path home, String stated, String option) {
    return Stream.of(Path.of(stated), home.resolve(stated))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(
            () -> new EnvironmentFault("no folder `%s`; name one by %s".formatted(stated, option)));
  }

  private static Map<String, byte[]> rules(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (Pack.isRule(name) && !name.startsWith(".")) files.put(name, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new EnvironmentFault("cannot read pack `%s`: %s".formatted(folder, e.getMessage()));
    }
    return files;
  }

  private static EnvironmentFault fault(Path folder, List<Problem> problems) {
    String lines = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    return new EnvironmentFault("pack `%s` cannot be used%n%s".formatted(folder, lines));
  }

  public List<String> versions() {
    return listed.versions();
  }

  public String defaultVersion() {
    return listed.defaultVersion();
  }

  /** A version as the pack pins it. */
  public PolicyVersion load(String version) {
    if (!versions().contains(version))
      throw new EnvironmentFault(
          "pack `%s` has no version `%s`; it has %s"
              .formatted(folder, version, String.join(", ", versions())));
    return switch (pack.load(version)) {
      case Loaded.Accepted(var loaded) -> loaded;
      case Loaded.Rejected(var problems) -> throw fault(folder, problems);
    };
  }
}
