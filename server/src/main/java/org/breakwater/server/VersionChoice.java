package org.breakwater.server;

import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.breakwater.server.policy.PackFiles;
import org.breakwater.server.publication.Timeline;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.database.StoreFault;

/**
 * Which version of the policy is in force at a start: what the timeline says. Only the first start
 * has to choose: stated, remembered, asked for, or the pack's default.
 *
 * @param stated what the operator stated; empty when nothing
 */
record VersionChoice(PackFiles pack, Path data, String stated) {

  /** The one that most likely is, to be compiled while the database starts. */
  String likely() {
    return remembered().orElseGet(() -> stated.isEmpty() ? pack.defaultVersion() : stated);
  }

  /**
   * The version's name.
   *
   * @throws UsageFault where another one was stated than is in force
   */
  String at(Timeline timeline) {
    Optional<Timeline.Period> now = timeline.inForce();
    if (now.isEmpty()) return first();
    String policy = now.get().policy();
    String version = policy.substring(policy.indexOf('@') + 1);
    if (stated.isEmpty() || stated.equals(version) || stated.equals(policy)) return version;
    throw new UsageFault(
        ("--policy says `%s`, and `%s` is in force since %s; it answers on the first start only. To"
                + " change the version, start without it: one policy manager proposes by `POST"
                + " /v1/policies:publish`, another confirms")
            .formatted(stated, policy, now.get().from()));
  }

  private String first() {
    return stated.isEmpty() ? remembered().orElseGet(this::asked) : stated;
  }

  /** Keeps what is in force for the next start, which is then quicker; the timeline decides. */
  void remember(String version) {
    try {
      file().write(version + "\n");
    } catch (StoreFault _) {
      // The next start compiles another one first, and then the right one.
    }
  }

  private Optional<String> remembered() {
    return file().text().map(String::strip).filter(pack.versions()::contains);
  }

  private OwnFile file() {
    return new OwnFile(data.resolve("policy"));
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
