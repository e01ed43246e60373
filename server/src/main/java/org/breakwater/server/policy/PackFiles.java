package org.breakwater.server.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Problem;
import org.breakwater.engine.policy.text.Listed;
import org.breakwater.engine.policy.text.Loaded;
import org.breakwater.engine.policy.text.Pack;
import org.breakwater.server.EnvironmentFault;

/** A policy pack in a folder, as it was when it was read. Safe for use by many threads. */
public final class PackFiles {
  private final Path folder;
  private final Optional<Path> overlay;
  private final Pack pack;
  private final Listed.Accepted listed;
  private final Map<String, Loaded> loads = new ConcurrentHashMap<>();
  private final Map<String, List<Problem>> checks = new ConcurrentHashMap<>();

  private PackFiles(Path folder, Optional<Path> overlay, Pack pack, Listed.Accepted listed) {
    this.folder = folder;
    this.overlay = overlay;
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
    Optional<Path> own =
        overlay.isEmpty() ? Optional.empty() : Optional.of(folder(home, overlay, "--overlay"));
    return switch (read(folder, own)) {
      case Reading.Accepted(var pack) -> pack;
      case Reading.Faulty(var faults) -> throw fault(folder, faults);
    };
  }

  private static Path folder(Path home, String stated, String option) {
    return Stream.of(Path.of(stated), home.resolve(stated))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(
            () -> new EnvironmentFault("no folder `%s`; name one by %s".formatted(stated, option)));
  }

  /** A pack as it is on the disk, or all that keeps it from being read. */
  sealed interface Reading {
    record Accepted(PackFiles pack) implements Reading {}

    record Faulty(List<String> faults) implements Reading {}
  }

  private static Reading read(Path folder, Optional<Path> overlay) {
    Pack pack;
    try {
      pack = new Pack(rules(folder), overlay.map(PackFiles::rules).orElse(Map.of()));
    } catch (EnvironmentFault e) {
      return new Reading.Faulty(List.of(String.valueOf(e.getMessage())));
    }
    return switch (pack.versions()) {
      case Listed.Accepted listed ->
          new Reading.Accepted(new PackFiles(folder, overlay, pack, listed));
      case Listed.Rejected(var problems) -> new Reading.Faulty(lines(problems));
    };
  }

  /** The folder as it is now; this where nothing in it changed. */
  Reading again() {
    Reading now = read(folder, overlay);
    return now instanceof Reading.Accepted(var next) && next.hasSameFilesAs(this)
        ? new Reading.Accepted(this)
        : now;
  }

  private boolean hasSameFilesAs(PackFiles other) {
    return areSame(pack.files(), other.pack.files())
        && areSame(pack.overlay(), other.pack.overlay());
  }

  private static boolean areSame(Map<String, byte[]> mine, Map<String, byte[]> others) {
    return mine.keySet().equals(others.keySet())
        && mine.keySet().stream().allMatch(path -> Arrays.equals(mine.get(path), others.get(path)));
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

  private static List<String> lines(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }

  private static EnvironmentFault fault(Path folder, List<String> faults) {
    return new EnvironmentFault(
        "pack `%s` cannot be used%n%s".formatted(folder, String.join("\n", faults)));
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
    return switch (read(version)) {
      case Loaded.Accepted(var loaded) -> loaded;
      case Loaded.Rejected(var problems) -> throw fault(folder, lines(problems));
    };
  }

  /** A version ready to decide with, or all its faults; compiled once. */
  Loaded read(String version) {
    return loads.computeIfAbsent(version, pack::load);
  }

  /** As {@link #read}, with what `bw policy check` finds besides; empty when all is well. */
  List<String> faults(String version) {
    return lines(checks.computeIfAbsent(version, pack::check));
  }
}
