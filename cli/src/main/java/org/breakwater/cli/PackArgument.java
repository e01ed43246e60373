package org.breakwater.cli;

import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The pack a verb is about, named by its folder. */
final class PackArgument {
  @Parameters(
      arity = "0..1",
      paramLabel = "PACK",
      description = "The pack's folder; default: ${DEFAULT-VALUE}.")
  private String pack = PackFolder.PACK_BY_DEFAULT;

  @Option(
      names = "--overlay",
      paramLabel = "DIR",
      description = "An operator's own thresholds, phrases and resources.")
  private String overlay = "";

  /**
   * Reads it.
   *
   * @throws EnvironmentFault if a folder is not there
   */
  PackOnDisk pack(Terminal terminal) {
    Map<String, byte[]> laidOver =
        overlay.isEmpty() ? Map.of() : PackFolder.find(terminal, overlay).rules();
    return new PackOnDisk(PackFolder.find(terminal, pack), laidOver);
  }
}
