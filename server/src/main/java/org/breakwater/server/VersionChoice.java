package org.breakwater.server;

import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.breakwater.server.policy.PackFiles;
import org.breakwater.store.database.OwnFile;

/**
 * Which version of the policy is in force: stated, remembered, asked for, or the pack's default.
 */
record VersionChoice(PackFiles pack, Path data) {

  /**
   * The version's name; remembered in the data folder for the next start.
   *
   * @param stated what the operator stated; empty when nothing
   */
  String of(String stated) {
    var remembered = new OwnFile(data.resolve("policy"));
    String version = stated.isEmpty() ? remembered.text().orElseGet(this::asked) : stated;
    remembered.write(version.strip() + "\n");
    return version.strip();
  }

  private String asked() {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(this::askedAt)
        .orElseGet(pack::defaultVersion);
  }

  private String askedAt(Console console) {
    List<String> versions = pack.versions();
    console.printf("The pack has the versions %s.%n", String.join(", ", versions));
    while (true) {
      String answer = console.readLine("Which one is in force? [%s] ", pack.defaultVersion());
      if (answer == null || answer.isBlank()) return pack.defaultVersion();
      if (versions.contains(answer.strip())) return answer.strip();
    }
  }
}
