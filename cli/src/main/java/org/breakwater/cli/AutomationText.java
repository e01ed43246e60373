package org.breakwater.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.breakwater.measure.licence.Grant;
import org.breakwater.measure.statistics.Proportion;

/** The text of {@code automation.yaml}. */
final class AutomationText {
  private static final String HEAD =
      """
      # Where a machine may remove without a person, by version: each clause, language and surface
      # with the evidence that allows it. Computed by `bw policy license --write`, never typed. What
      # is not listed here is reviewed instead. n, errors and bound (one-sided exact 95 %) are those
      # of held look-alikes; benign those of posts that nobody who writes rules has read.
      """;

  private final Map<String, List<Grant>> byVersion = new LinkedHashMap<>();

  void add(String version, List<Grant> grants) {
    byVersion.put(version, new ArrayList<>(grants));
  }

  String text() {
    var text = new StringBuilder(HEAD);
    byVersion.forEach(
        (version, grants) -> {
          text.append(version).append(grants.isEmpty() ? ": []\n" : ":\n");
          grants.forEach(grant -> text.append(line(grant)));
        });
    return text.toString();
  }

  private static String line(Grant grant) {
    return ("  - {clause: %s, language: %s, surface: %s, dataset: held-look-alikes, %s,"
            + " benign: {%s}}%n")
        .formatted(
            grant.clause(),
            grant.language(),
            grant.surface().word(),
            evidence(grant.lookAlikes()),
            evidence(grant.benign()));
  }

  private static String evidence(Proportion share) {
    return String.format(
        Locale.ROOT,
        "n: %d, errors: %d, bound: %.6f",
        share.trials(),
        share.successes(),
        share.upperBound());
  }

  /**
   * Writes the file.
   *
   * @throws EnvironmentFault if it cannot be written
   */
  void write(Path file) {
    try {
      Files.writeString(file, text());
    } catch (IOException e) {
      throw new EnvironmentFault("cannot write `%s`: %s".formatted(file, e.getMessage()));
    }
  }
}
