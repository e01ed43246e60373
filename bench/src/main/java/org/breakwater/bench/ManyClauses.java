package org.breakwater.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.text.Pack;
import org.breakwater.engine.policy.text.Pinned;

/**
 * A pack with more clauses than it has: each clause again under other names. A copy holds where the
 * original does, but for a condition of its own, so that no two conditions are the same; decisions
 * therefore have the outcomes they had, and list more clauses.
 */
final class ManyClauses {
  private static final String PACK_FILE = "pack.yaml";
  private static final Pattern CLAUSE = Pattern.compile("(?ms)^- id: .*?(?=^- id: |\\z)");
  private static final Pattern WHEN =
      Pattern.compile("(?ms)^  when: (?:>-\\n)?(.*?)(?=^  [a-z]+:)");

  private ManyClauses() {}

  /**
   * Writes such a pack.
   *
   * @param count clauses of its default version
   * @return where it lies
   * @throws EnvironmentFault if it has as many already
   */
  static Path write(Path pack, int count, Path into) throws IOException {
    String version = nameOf(PackFiles.version(pack));
    String rules = "policy/" + version + ".yaml";
    copy(pack, into);
    Path file = into.resolve(rules);
    Files.writeString(file, multiplied(Files.readString(file), count));
    Files.writeString(into.resolve(PACK_FILE), pinned(into, version));
    return into;
  }

  /** {@code human-exploitation@2021-11} is called {@code 2021-11} within its pack. */
  private static String nameOf(PolicyVersion version) {
    return version.name().substring(version.name().indexOf('@') + 1);
  }

  static String multiplied(String rules, int count) {
    List<String> clauses = CLAUSE.matcher(rules).results().map(MatchResult::group).toList();
    if (count < clauses.size())
      throw new EnvironmentFault(
          "--clauses: is %d, and the pack has %d; name more".formatted(count, clauses.size()));
    var all = new StringBuilder(rules.stripTrailing()).append("\n\n");
    for (int i = clauses.size(); i < count; i++)
      all.append(copy(clauses.get(i % clauses.size()), i)).append('\n');
    return all.toString();
  }

  private static String copy(String clause, int number) {
    String named = clause.replaceFirst("(?m)^- id: (\\S+)", "- id: $1_" + number);
    // A share is at most 100.
    String own = "  when: >-\n    share.none < " + (101 + number) + " && (";
    return WHEN.matcher(named)
        .replaceFirst(found -> own + Matcher.quoteReplacement(found.group(1).strip()) + ")\n");
  }

  private static String pinned(Path folder, String version) throws IOException {
    return switch (Pack.of(PackFiles.read(folder)).pin(List.of(version))) {
      case Pinned.Written(var text) -> text;
      case Pinned.Refused(var problems) ->
          throw new EnvironmentFault("cannot write a pack of many clauses: " + problems.getFirst());
    };
  }

  private static void copy(Path from, Path into) throws IOException {
    for (Map.Entry<String, byte[]> file : PackFiles.read(from).entrySet()) {
      Path target = into.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }
}
