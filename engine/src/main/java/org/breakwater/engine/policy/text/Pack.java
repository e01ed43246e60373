package org.breakwater.engine.policy.text;

import java.util.List;
import java.util.Map;
import org.breakwater.engine.policy.Problem;

/**
 * A policy pack as it is written: the files of its folder by path, and those of an operator's
 * overlay. Immutable; safe for use by many threads.
 *
 * @param files bytes by path within the pack, such as {@code policy/2021-11.yaml}
 * @param overlay likewise for the overlay; empty when there is none
 */
public record Pack(Map<String, byte[]> files, Map<String, byte[]> overlay) {
  private static final List<String> EVIDENCE = List.of("cases/", "corpus/", "signals/");

  public Pack {
    files = Map.copyOf(files);
    overlay = Map.copyOf(overlay);
  }

  /**
   * Whether a file is part of the policy; its cases, corpus and signal cases are evidence about it.
   */
  public static boolean isRule(String path) {
    return EVIDENCE.stream().noneMatch(path::startsWith);
  }

  public static Pack of(Map<String, byte[]> files) {
    return new Pack(files, Map.of());
  }

  /** The versions there are. */
  public Listed versions() {
    var faults = new Faults();
    var pack = PackFile.read(files, faults);
    if (pack.isEmpty() || faults.count() > 0) return new Listed.Rejected(faults.sorted());
    return new Listed.Accepted(
        pack.get().pack(),
        List.copyOf(pack.get().versions().keySet()),
        pack.get().defaultVersion());
  }

  /**
   * Reads one version, of which every file must be what pack.yaml pins.
   *
   * @param version empty for the pack's default
   */
  public Loaded load(String version) {
    return PackReading.ofPinned(this).load(version);
  }

  /** As {@link #load}, with the files as they are: for checking and testing while one edits. */
  public Loaded loadUnpinned(String version) {
    return PackReading.ofUnpinned(this).load(version);
  }

  /**
   * Everything that is wrong with one version, also what does not keep it from loading: too few
   * examples, conditions at odds with themselves. In order of place; empty when all is well.
   */
  public List<Problem> check(String version) {
    return switch (PackReading.ofChecked(this).load(version)) {
      case Loaded.Accepted _ -> List.of();
      case Loaded.Rejected(var problems) -> problems;
    };
  }

  /** Writes the hashes of the files as they are into the entries of these versions. */
  public Pinned pin(List<String> versions) {
    return new Pinning(this).pin(versions);
  }
}
