package org.breakwater.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** Which policy pack a verb reads, and what an operator lays over it. */
final class PackOptions {
  @Option(
      names = "--pack",
      paramLabel = "DIR",
      description = "The pack's folder; default: ${DEFAULT-VALUE}.")
  private String pack = PackFolder.PACK_BY_DEFAULT;

  @Option(
      names = "--overlay",
      paramLabel = "DIR",
      description = "An operator's own thresholds, phrases and resources.")
  private String overlay = "";

  /**
   * Reads them.
   *
   * @throws EnvironmentFault if a folder is not there
   */
  PackOnDisk pack(Terminal terminal) {
    Map<String, byte[]> laidOver =
        overlay.isEmpty() ? Map.of() : PackFolder.find(terminal, overlay).rules();
    return new PackOnDisk(PackFolder.find(terminal, pack), laidOver);
  }
}
