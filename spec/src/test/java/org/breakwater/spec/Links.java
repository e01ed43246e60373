package org.breakwater.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Links from one Markdown file to another place in the repository; what is outside is not asked.
 */
final class Links {
  private static final Pattern LINK =
      Pattern.compile(
          "\\[[^\\]]*\\]\\((?<inline>[^)\\s]+)\\)|(?m)^\\[[^\\]]+\\]:\\s+(?<listed>\\S+)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*$");

  private final Map<String, SourceFile> files;
  private final Set<String> folders;
  private final Set<String> names;

  /**
   * @param names of all files, also of those that are no text
   */
  Links(List<SourceFile> files, Set<String> names) {
    this.names = names;
    this.files = files.stream().collect(Collectors.toMap(SourceFile::path, Function.identity()));
    folders = files.stream().map(SourceFile::folder).collect(Collectors.toSet());
  }

  List<Fault> dead() {
    return files.values().stream()
        .filter(SourceFile::isMarkdown)
        .flatMap(file -> deadIn(file).stream())
        .toList();
  }

  private List<Fault> deadIn(SourceFile file) {
    var faults = new ArrayList<Fault>();
    var matcher = LINK.matcher(Comments.proseOf(file.text()));
    while (matcher.find()) {
      var inline = matcher.group("inline");
      var target = inline == null ? matcher.group("listed") : inline;
      if (!target.contains("://")
          && !target.startsWith("mailto:")
          && !leadsSomewhere(file, target)) {
        int line = file.lineAt(matcher.start());
        faults.add(
            new Fault(file.path(), line, "dead link `%s`; mend or drop it".formatted(target)));
      }
    }
    return faults;
  }

  private boolean leadsSomewhere(SourceFile from, String target) {
    int hash = target.indexOf('#');
    var place = hash < 0 ? target : target.substring(0, hash);
    var path = place.isEmpty() ? from.path() : resolve(from, place);
    var file = files.get(path);
    if (file == null) return hash < 0 && (names.contains(path) || isFolder(path));
    return hash < 0 || anchors(file).contains(target.substring(hash + 1));
  }

  private boolean isFolder(String path) {
    return folders.stream().anyMatch(folder -> isWithin(folder, path));
  }

  private static boolean isWithin(String folder, String path) {
    return (folder + "/").startsWith(path + "/");
  }

  private static String resolve(SourceFile from, String place) {
    var resolved = Path.of(from.folder()).resolve(place).normalize();
    return resolved.toString().replace('\\', '/');
  }

  /** As GitHub makes them: lower case, punctuation dropped, a hyphen for each blank. */
  private static Set<String> anchors(SourceFile file) {
    return HEADING
        .matcher(file.text())
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
