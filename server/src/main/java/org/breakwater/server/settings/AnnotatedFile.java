package org.breakwater.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes the annotated file. */
public final class AnnotatedFile {
  private static final int WIDTH_MAX = 100;
  private static final String HEAD =
      """
      # What an operator of `bw serve` may choose. A flag wins over a variable, a variable over this
      # file, this file over what is built in. The server reads `breakwater.yaml` in its data folder,
      # or the file that --config names; `bw serve --print-config` prints what is in force.
      # Secrets do not stand here: each comes from its variable, or from a file of its own. In
      # brackets: the variables, and the flag where there is one.
      """;

  private AnnotatedFile() {}

  /** Every key with its default, commented out. */
  public static String example() {
    return text(
        setting ->
            setting.isSecret()
                ? "  # (by variable or file only)"
                : "  # %s: %s"
                    .formatted(setting.name(), written(setting, setting.key().standard())));
  }

  static String text(Map<Setting, Stated> values) {
    return text(setting -> line(values.getOrDefault(setting, Stated.standard(setting))));
  }

  private static String text(Function<Setting, String> line) {
    var lines = new ArrayList<String>(HEAD.lines().toList());
    for (Component component : Catalogue.ALL) {
      begin(component, lines);
      for (Setting setting : component.settings()) {
        about(setting, lines);
        lines.add(line.apply(setting));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(Stated stated) {
    Setting setting = stated.setting();
    boolean hidden = setting.isHidden(stated.text());
    String text = hidden ? "(not shown)" : written(setting, stated.text());
    String mark = hidden || setting.isSecret() ? "# " : "";
    return "  %s%s: %s  # %s".formatted(mark, setting.name(), text, stated.place());
  }

  private static void begin(Component component, List<String> lines) {
    lines.add("");
    lines.addAll(comment("", component.about()));
    lines.add(component.name() + ":");
  }

  private static void about(Setting setting, List<String> lines) {
    lines.addAll(comment("  ", setting.key().about() + bounds(setting)));
    String flag = setting.key().flag().isEmpty() ? "" : ", " + setting.key().flag();
    lines.addAll(comment("  ", "[" + String.join(", ", setting.variables()) + flag + "]"));
  }

  private static String bounds(Setting setting) {
    if (setting.type() == int.class)
      return " From %d to %d.".formatted(setting.key().min(), setting.key().max());
    return setting.type().isEnum() ? " One of " + String.join(", ", setting.words()) + "." : "";
  }

  /** Words as lines of a comment. */
  private static List<String> comment(String indent, String words) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder(indent + "#");
    for (String word : words.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH_MAX) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(indent).append('#');
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String written(Setting setting, String text) {
    boolean plain =
        setting.type() == int.class
            || (text.matches("[A-Za-z0-9/][A-Za-z0-9._/:@+-]*")
                && !text.endsWith(":")
                && !text.matches("(?i)null|true|false"));
    return plain ? text : "'" + text.replace("'", "''") + "'";
  }
}
