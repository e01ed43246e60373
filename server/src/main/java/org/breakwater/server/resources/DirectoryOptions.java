package org.breakwater.server.resources;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.policy.Directory;
import org.breakwater.server.audit.OpenedDatabase;
import org.breakwater.server.help.Standing;
import org.breakwater.server.policy.PackFiles;
import org.breakwater.store.decision.HelpCheck;
import org.breakwater.store.decision.HelpChecks;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.time.Time;
import picocli.CommandLine.Option;

/** Where the directory is, and what people found out about it. */
final class DirectoryOptions {
  @Option(
      names = "--pack",
      paramLabel = "PACK",
      defaultValue = "packs/human-exploitation",
      description = "Folder of the policy pack; default: packs/human-exploitation.")
  private String pack = "packs/human-exploitation";

  @Option(
      names = "--overlay",
      paramLabel = "DIR",
      defaultValue = "${env:BREAKWATER_OVERLAY:-}",
      description = "Folder of your own files beside the pack.")
  private String overlay = "";

  @Option(names = "--data", paramLabel = "DIR", description = "The server's folder; default: data.")
  private Path data = Path.of("data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "The database; default: the embedded one in DIR, running or not.")
  private String database = "";

  /** Where each entry stands today, sorted by id. */
  List<Standing> standings() {
    return Standing.all(directory(), newest(), today());
  }

  static LocalDate today() {
    return Time.MACHINE.today();
  }

  private Directory directory() {
    PackFiles files = PackFiles.find(Path.of(System.getProperty("bw.home", "")), pack, overlay);
    return files.load(files.defaultVersion()).directory();
  }

  private Map<String, HelpCheck> newest() {
    Map<String, HelpCheck> newest = new HashMap<>();
    // Without a server's folder nobody has checked anything.
    if (!Files.isDirectory(data.resolve("keys"))) return newest;
    try (var opened = OpenedDatabase.of(data, database)) {
      var checks = new HelpChecks(opened.database(), LogSecrets.in(data.resolve("keys")));
      checks.newest().forEach(each -> newest.put(each.finding().entry(), each));
    }
    return newest;
  }
}
