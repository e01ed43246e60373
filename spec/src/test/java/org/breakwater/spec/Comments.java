package org.breakwater.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a file speaks to its reader: comments of code, the prose of Markdown. */
final class Comments {
  // Literals come first, so that a comment sign inside one is no comment. Loops are possessive or
  // over a single character: a long text block must not exhaust the matcher's stack.
  private static final Pattern JAVA =
      Pattern.compile(
          "(?<block>\"\"\"[\\s\\S]*?(?<!\\\\)\"\"\")"
              + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\""
              + "|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'"
              + "|(?<comment>//[^\\n]*|/\\*[\\s\\S]*?\\*/)");
  private static final Pattern HASH = Pattern.compile("(?m)(?:^|\\s)(?<comment>#[^\\n]*)");
  private static final Pattern XML = Pattern.compile("(?<comment><!--[\\s\\S]*?-->)");
  private static final Pattern MARKDOWN_CODE =
      Pattern.compile("(?m)^ *```[\\s\\S]*?^ *```|``[^\\n]*?``|`[^`\\n]*`");

  private Comments() {}

  /**
   * One stretch of prose.
   *
   * @param offset of its first character in the file
   */
  record Prose(int offset, String text) {}

  static List<Prose> of(SourceFile file) {
    if (file.isMarkdown()) return List.of(new Prose(0, proseOf(file.text())));
    if (file.isJava()) return matches(JAVA, file.text());
    if (file.path().endsWith(".xml")) return matches(XML, file.text());
    boolean hash = file.path().endsWith(".yaml") || file.text().startsWith("#!");
    return hash ? matches(HASH, file.text()) : List.of();
  }

  /** Markdown with its code blanked out, every offset kept. */
  static String proseOf(String markdown) {
    return MARKDOWN_CODE.matcher(markdown).replaceAll(code -> blank(code.group()));
  }

  /** Java with its text blocks emptied, every line kept: they are data, which cannot be broken. */
  static String withoutTextBlocks(String java) {
    return JAVA.matcher(java)
        .replaceAll(
            part ->
                part.group("block") == null
                    ? Matcher.quoteReplacement(part.group())
                    : part.group().replaceAll("[^\\n]", ""));
  }

  private static String blank(String text) {
    return text.replaceAll("[^\\n]", " ");
  }

  private static List<Prose> matches(Pattern pattern, String text) {
    var found = new ArrayList<Prose>();
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      var comment = matcher.group("comment");
      if (comment != null) found.add(new Prose(matcher.start("comment"), comment));
    }
    return found;
  }
}
