package org.breakwater.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.text.ClauseWords;
import org.breakwater.engine.policy.text.ConditionText;
import org.breakwater.engine.policy.text.PolicyWord;

/**
 * A clause as people read it.
 *
 * @param lang {@code en} or {@code es}
 * @param columns width to wrap to
 */
record ClauseText(Clause clause, String lang, int columns) {
  private static final int LABEL_COLUMNS = 10;
  private static final String INDENT = "    ";

  /** What it describes and what follows. */
  String brief() {
    var out = new StringBuilder("  " + clause.id() + " — " + clause.titleIn(lang) + "\n");
    add(out, PolicyWord.WHEN, words().when());
    add(out, PolicyWord.OUTCOME, words().outcome());
    add(out, PolicyWord.ACTIONS, actions());
    if (!clause.right().isEmpty()) add(out, PolicyWord.RIGHT, clause.right());
    words().sources().forEach(source -> add(out, PolicyWord.SOURCE, source));
    return out.append('\n').toString();
  }

  /** Everything, with the text of its conditions and its examples. */
  String full() {
    var out = new StringBuilder(brief().stripTrailing() + "\n");
    add(out, PolicyWord.LABEL, clause.label().word() + ", " + clause.stance().word());
    add(out, PolicyWord.SEVERITY, clause.severity() + "/5");
    add(out, PolicyWord.STRIKES, words().strikes());
    add(out, PolicyWord.RATIONALE, clause.rationale());
    String certain = PolicyWord.CERTAIN.in(lang) + " " + words().certain();
    Paragraph.wrapped(certain, columns - INDENT.length())
        .forEach(line -> out.append(INDENT).append(line).append('\n'));
    add(out, "when:", ConditionText.print(clause.when()));
    add(out, "certain:", ConditionText.print(clause.certain()));
    examples(out, PolicyWord.HOLDS, clause.examples().holds());
    examples(out, PolicyWord.NEAR, clause.examples().near());
    return out.toString();
  }

  private void examples(StringBuilder out, PolicyWord word, Map<String, List<String>> texts) {
    new TreeMap<>(texts)
        .forEach(
            (language, list) -> {
              out.append('\n').append(INDENT).append(word.in(lang)).append(" (");
              out.append(language).append(")\n");
              list.forEach(text -> add(out, "", "· " + text));
            });
  }

  private void add(StringBuilder out, PolicyWord word, String text) {
    add(out, word.in(lang), text);
  }

  private void add(StringBuilder out, String name, String text) {
    String label = name;
    int room = columns - INDENT.length() - LABEL_COLUMNS - 1;
    for (String line : Paragraph.wrapped(text.strip().replace('\n', ' '), room)) {
      out.append(INDENT).append(Screen.fit(label, LABEL_COLUMNS)).append(' ').append(line);
      out.append('\n');
      label = "";
    }
  }

  private ClauseWords words() {
    return new ClauseWords(clause, lang);
  }

  private String actions() {
    return clause.actions().isEmpty()
        ? Table.NOTHING
        : clause.actions().stream().map(Action::word).collect(Collectors.joining(", "));
  }

  private static String grade(Clause.Source source) {
    return source.grade().name().toLowerCase(Locale.ROOT);
  }

  /** The clause's members, for {@code --json}. */
  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("id", clause.id());
    members.put("title", new TreeMap<>(clause.title()));
    members.put("label", clause.label().word());
    members.put("stance", clause.stance().word());
    members.put("severity", clause.severity());
    members.put("when", ConditionText.print(clause.when()));
    members.put("whenWords", words().when());
    members.put("certain", ConditionText.print(clause.certain()));
    members.put("outcome", outcomes());
    members.put("actions", clause.actions().stream().map(Action::word).toList());
    members.put("right", clause.right());
    members.put("rationale", clause.rationale().strip());
    members.put("source", clause.source().stream().map(ClauseText::members).toList());
    members.put("holds", new TreeMap<>(clause.examples().holds()));
    members.put("near", new TreeMap<>(clause.examples().near()));
    return members;
  }

  private Map<String, String> outcomes() {
    var words = new LinkedHashMap<String, String>();
    words.put("default", clause.outcome().otherwise().word());
    words.putAll(words().exceptions());
    return words;
  }

  private static Map<String, String> members(Clause.Source source) {
    var members = new LinkedHashMap<String, String>();
    members.put("cite", source.cite());
    members.put("date", source.date().toString());
    members.put("grade", grade(source));
    return members;
  }

  /** All clauses under the headings they belong to. */
  static List<ClauseText> under(PolicyWord heading, List<ClauseText> clauses) {
    var found = new ArrayList<ClauseText>(clauses);
    found.removeIf(text -> text.words().heading() != heading);
    return found;
  }
}
