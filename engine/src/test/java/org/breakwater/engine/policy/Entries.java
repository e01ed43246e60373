package org.breakwater.engine.policy;

import java.time.LocalDate;
import java.util.List;
import org.breakwater.engine.signal.Truth;

/** Invented places to get help, for tests. */
public final class Entries {
  private Entries() {}

  /**
   * @param region empty for everywhere
   */
  public static DirectoryEntry entry(
      String id,
      String name,
      Operator operator,
      String region,
      List<String> audiences,
      List<String> languages) {
    return new DirectoryEntry(
        id,
        name,
        region.isEmpty() ? List.of() : List.of(region),
        audiences,
        operator,
        Truth.UNKNOWN,
        Truth.UNKNOWN,
        Truth.UNKNOWN,
        List.of("tel:+1-202-555-0100"),
        languages,
        "",
        "",
        "https://help.example.org",
        LocalDate.EPOCH,
        List.of(),
        "sha256:" + id);
  }
}
