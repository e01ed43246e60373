package org.breakwater.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.text.ConditionText;

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
    add(out, PolicyWord.WHEN, words(clause.when()));
    add(out, PolicyWord.OUTCOME, outcome());
    add(out, PolicyWord.ACTIONS, actions());
    if (!clause.right().isEmpty()) add(out, PolicyWord.RIGHT, clause.right());
    clause.source().forEach(source -> add(out, PolicyWord.SOURCE, cited(source)));
    return out.append('\n').toString();
  }

  /** Everything, with the text of its conditions and its examples. */
  String full() {
    var out = new StringBuilder(brief().stripTrailing() + "\n");
    add(out, PolicyWord.LABEL, clause.label().word() + ", " + clause.stance().word());
    add(out, PolicyWord.SEVERITY, clause.severity() + "/5");
    add(out, PolicyWord.STRIKES, strikes());
    add(out, PolicyWord.RATIONALE, clause.rationale());
    out.append('\n').append(INDENT).append(PolicyWord.CERTAIN.in(lang)).append(' ');
    out.append(words(clause.certain())).append("\n\n");
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

  private String words(Condition condition) {
    return ConditionText.print(condition);
  }

  private String outcome() {
    var text = new StringBuilder(clause.outcome().otherwise().word());
    exceptions()
        .forEach(
            (surface, outcome) -> text.append("; ").append(surface).append(": ").append(outcome));
    return text.toString();
  }

  private Map<String, String> exceptions() {
    var words = new LinkedHashMap<String, String>();
    for (Surface surface : Surface.values()) {
      Outcome outcome = clause.outcome().on(surface);
      if (outcome != clause.outcome().otherwise()) words.put(surface.word(), outcome.word());
    }
    return words;
  }

  private String actions() {
    return clause.actions().isEmpty()
        ? Table.NOTHING
        : clause.actions().stream().map(Action::word).collect(Collectors.joining(", "));
  }

  private String strikes() {
    Clause.Strikes strikes = clause.strikes();
    return strikes.count() == 0 ? "0" : strikes.count() + " (" + strikes.expires() + ")";
  }

  private static String cited(Clause.Source source) {
    return "%s (%s, %s)".formatted(source.cite(), source.date(), grade(source));
  }

  private static String grade(Clause.Source source) {
    return source.grade().name().toLowerCase(Locale.ROOT);
  }

  /** What makes up the clause, in words, for comparing it with another version's. */
  Map<String, List<String>> parts() {
    var parts = new LinkedHashMap<String, List<String>>();
    parts.put("title", List.of(clause.titleIn(lang)));
    parts.put(PolicyWord.LABEL.in(lang), List.of(clause.label().word()));
    parts.put(PolicyWord.STANCE.in(lang), List.of(clause.stance().word()));
    parts.put(PolicyWord.SEVERITY.in(lang), List.of(clause.severity() + "/5"));
    parts.put(PolicyWord.WHEN.in(lang), List.of(words(clause.when())));
    parts.put(PolicyWord.CERTAIN.in(lang), List.of(words(clause.certain())));
    parts.put(PolicyWord.OUTCOME.in(lang), List.of(outcome()));
    parts.put(PolicyWord.ACTIONS.in(lang), clause.actions().stream().map(Action::word).toList());
    parts.put(PolicyWord.STRIKES.in(lang), List.of(strikes()));
    parts.put(
        PolicyWord.RIGHT.in(lang), clause.right().isEmpty() ? List.of() : List.of(clause.right()));
    parts.put(PolicyWord.RATIONALE.in(lang), List.of(clause.rationale().strip()));
    parts.put(PolicyWord.SOURCE.in(lang), clause.source().stream().map(ClauseText::cited).toList());
    return parts;
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
    members.put("whenWords", words(clause.when()));
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
    words.putAll(exceptions());
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
    found.removeIf(text -> text.heading() != heading);
    return found;
  }

  private PolicyWord heading() {
    return switch (clause.stance()) {
      case PROHIBITED -> PolicyWord.PROHIBITED;
      case NEEDS_CONTEXT -> PolicyWord.NEEDS_CONTEXT;
      case ALLOWED, PROTECTED, ALLOWED_WITH_RESOURCES -> PolicyWord.ALLOWED;
    };
  }
}
