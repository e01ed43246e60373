package org.breakwater.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.breakwater.engine.policy.text.Pack;
import org.breakwater.engine.policy.text.Pinned;

/** A copy of the shipped pack that a test may change. */
final class PackCopy {
  private PackCopy() {}

  /** Makes it anew, without what is only evidence about the policy. */
  static String at(Path target) {
    RunningServer.remove(target);
    Path source = Path.of("..", "packs", "human-exploitation");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!Pack.isRule(source.relativize(file).toString())) continue;
        Path copy = target.resolve(source.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return target.toString();
  }

  /** Pins a version as its files are now. */
  static void pin(Path pack, String version) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(pack)) {
      for (Path file : tree.filter(Files::isRegularFile).toList())
        files.put(pack.relativize(file).toString(), Files.readAllBytes(file));
    }
    switch (Pack.of(files).pin(List.of(version))) {
      case Pinned.Written(var text) -> Files.writeString(pack.resolve("pack.yaml"), text);
      case Pinned.Refused(var problems) -> throw new AssertionError(problems);
    }
  }
}
