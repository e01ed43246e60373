package org.breakwater.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rules that read a file as lines and words. */
final class TextRules {
  static final int LINE_LENGTH_MAX = 100;

  private static final Pattern UNFINISHED = Pattern.compile("\\b(?:TODO|FIXME)\\b(?!\\(#\\d+\\))");
  private static final Pattern FILLER =
      Pattern.compile("(?i)\\b(?:for now|simplified|placeholders?)\\b");
  private static final Pattern AUTHOR = Pattern.compile("@author\\b");
  private static final Pattern BANNER = Pattern.compile("//\\s*[-=*#~]{4,}");
  private static final Pattern PRAISE =
      Pattern.compile(
          "(?i)\\b(?:robust|enterprise[- ]grade|blazing(?:ly)?|seamless(?:ly)?|world[- ]class"
              + "|cutting[- ]edge|best[- ]in[- ]class|battle[- ]tested|state[- ]of[- ]the[- ]art"
              + "|production[- ]ready)\\b");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "https?://[^/\\s\"'<>)]*\\b(?:artifactory|nexus|verdaccio|devpi|jfrog|registry|repo1?"
              + "|pypi)\\b|<(?:repository|pluginRepository|mirror)>");
  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.$~}-])/(?:home|Users|root|work)/[\\w.-]+|\\b[A-Z]:\\\\Users\\\\");

  private TextRules() {}

  static List<Fault> of(SourceFile file) {
    var faults = new ArrayList<Fault>();
    lines(file, faults);
    words(file, faults);
    places(file, faults);
    return faults;
  }

  private static void lines(SourceFile file, List<Fault> faults) {
    if (!file.path().endsWith(".tsv"))
      eachLine(file, faults, line -> line.contains("\t"), "a tab; indent by two blanks");
    if (file.isJava()) {
      var code = new SourceFile(file.path(), Comments.withoutTextBlocks(file.text()));
      var message = "longer than %d; break it".formatted(LINE_LENGTH_MAX);
      eachLine(code, faults, TextRules::isTooLong, message);
    }
  }

  private static boolean isTooLong(String line) {
    return line.codePointCount(0, line.length()) > LINE_LENGTH_MAX
        && !line.startsWith("import ")
        && !line.contains("://");
  }

  private static void words(SourceFile file, List<Fault> faults) {
    for (var prose : Comments.of(file)) {
      find(UNFINISHED, file, prose, faults, "`%s` without its issue; write `TODO(#7)` or do it");
      find(FILLER, file, prose, faults, "`%s`; say what holds, or list it under \"Not yet\"");
      find(AUTHOR, file, prose, faults, "`%s`; the commits say who");
      find(BANNER, file, prose, faults, "banner `%s`; split the type or leave it out");
      find(PRAISE, file, prose, faults, "`%s` praises; give the figure and its command");
    }
  }

  private static void places(SourceFile file, List<Fault> faults) {
    var whole = new Comments.Prose(0, file.text());
    find(REGISTRY, file, whole, faults, "registry `%s`; leave it to the machine's settings");
    find(MACHINE_PATH, file, whole, faults, "machine path `%s`; name it relative to the tree");
  }

  private static void eachLine(
      SourceFile file, List<Fault> faults, Predicate<String> broken, String message) {
    int number = 0;
    for (var line : file.lines()) {
      number++;
      if (broken.test(line)) faults.add(new Fault(file.path(), number, message));
    }
  }

  private static void find(
      Pattern pattern, SourceFile file, Comments.Prose prose, List<Fault> faults, String message) {
    var matcher = pattern.matcher(prose.text());
    while (matcher.find()) {
      int line = file.lineAt(prose.offset() + matcher.start());
      faults.add(new Fault(file.path(), line, message.formatted(matcher.group())));
    }
  }
}
