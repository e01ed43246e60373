package org.breakwater.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Problem;
import org.breakwater.engine.policy.text.Listed;
import org.breakwater.engine.policy.text.Loaded;
import org.breakwater.engine.policy.text.Pack;

/**
 * A pack in a folder, with what an operator lays over it.
 *
 * @param overlay files of the overlay by path; empty for none
 */
record PackOnDisk(PackFolder folder, Map<String, byte[]> overlay) {

  /** The pack as the engine reads it. */
  Pack pack() {
    return new Pack(folder.rules(), overlay);
  }

  /** Names of all its versions, in the order of pack.yaml; throws as {@link #pinned}. */
  List<String> versions() {
    return switch (pack().versions()) {
      case Listed.Accepted accepted -> accepted.versions();
      case Listed.Rejected(var problems) -> throw fault(problems);
    };
  }

  /**
   * A version by {@code [NAME@]VERSION}, the default when that is empty; NAME is this pack or one
   * beside it. Its files must be what the pack pins.
   *
   * @throws EnvironmentFault if it is not there or has faults, naming all of them
   */
  PolicyVersion pinned(String stated) {
    return named(stated).accepted(pack -> pack.load(versionIn(stated)));
  }

  /** As {@link #pinned}, with the files as they are, for whoever is writing them. */
  PolicyVersion asWritten(String stated) {
    return named(stated).accepted(pack -> pack.loadUnpinned(versionIn(stated)));
  }

  private PackOnDisk named(String stated) {
    int at = stated.indexOf('@');
    boolean here = at < 0 || stated.substring(0, at).equals(folder.name());
    return here ? this : new PackOnDisk(folder.sibling(stated.substring(0, at)), overlay);
  }

  private static String versionIn(String stated) {
    return stated.substring(stated.indexOf('@') + 1);
  }

  private PolicyVersion accepted(Function<Pack, Loaded> load) {
    return switch (load.apply(pack())) {
      case Loaded.Accepted(var version) -> version;
      case Loaded.Rejected(var problems) -> throw fault(problems);
    };
  }

  private EnvironmentFault fault(List<Problem> problems) {
    String lines = problems.stream().map(this::placed).collect(Collectors.joining("\n"));
    return new EnvironmentFault("pack `%s` cannot be used%n%s".formatted(folder.path(), lines));
  }

  /** The problem with its place as a path from here. */
  String placed(Problem problem) {
    boolean ofOverlay = problem.file().startsWith("overlay/");
    return ofOverlay ? problem.toString() : folder.path().resolve(problem.toString()).toString();
  }
}
