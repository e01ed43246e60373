package org.breakwater.engine.policy.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Outcome;

/**
 * What a clause says, in words.
 *
 * @param lang of the words; English for all but {@code es}
 */
public record ClauseWords(Clause clause, String lang) {

  /** What makes it hold, to follow "when". */
  public String when() {
    return words(clause.when());
  }

  /** When a machine may act alone, to follow "when". */
  public String certain() {
    return words(clause.certain());
  }

  private String words(Condition condition) {
    return ConditionWords.of(condition, lang);
  }

  /** The common outcome, then the surfaces with another. */
  public String outcome() {
    var text = new StringBuilder(clause.outcome().otherwise().word());
    exceptions()
        .forEach(
            (surface, outcome) -> text.append("; ").append(surface).append(": ").append(outcome));
    return text.toString();
  }

  /** Outcomes that differ from the common one, by surface, in the order of the contract. */
  public Map<String, String> exceptions() {
    var words = new LinkedHashMap<String, String>();
    for (Surface surface : Surface.values()) {
      Outcome outcome = clause.outcome().on(surface);
      if (outcome != clause.outcome().otherwise()) words.put(surface.word(), outcome.word());
    }
    return words;
  }

  /** How many strikes, and how long they count. */
  public String strikes() {
    Clause.Strikes strikes = clause.strikes();
    return strikes.count() == 0 ? "0" : strikes.count() + " (" + strikes.expires() + ")";
  }

  /** Where it comes from, one line for each source. */
  public List<String> sources() {
    return clause.source().stream().map(ClauseWords::cited).toList();
  }

  private static String cited(Clause.Source source) {
    String grade = source.grade().name().toLowerCase(Locale.ROOT);
    return "%s (%s, %s)".formatted(source.cite(), source.date(), grade);
  }

  /** Under which heading it stands. */
  public PolicyWord heading() {
    return switch (clause.stance()) {
      case PROHIBITED -> PolicyWord.PROHIBITED;
      case NEEDS_CONTEXT -> PolicyWord.NEEDS_CONTEXT;
      case ALLOWED, PROTECTED, ALLOWED_WITH_RESOURCES -> PolicyWord.ALLOWED;
    };
  }

  /** What makes it up, for comparing it with another version's. */
  Map<String, List<String>> parts() {
    var parts = new LinkedHashMap<String, List<String>>();
    parts.put("title", List.of(clause.titleIn(lang)));
    parts.put(PolicyWord.LABEL.in(lang), List.of(clause.label().word()));
    parts.put(PolicyWord.STANCE.in(lang), List.of(clause.stance().word()));
    parts.put(PolicyWord.SEVERITY.in(lang), List.of(clause.severity() + "/5"));
    parts.put(PolicyWord.WHEN.in(lang), List.of(when()));
    parts.put(PolicyWord.CERTAIN.in(lang), List.of(certain()));
    parts.put(PolicyWord.OUTCOME.in(lang), List.of(outcome()));
    parts.put(PolicyWord.ACTIONS.in(lang), clause.actions().stream().map(Action::word).toList());
    parts.put(PolicyWord.STRIKES.in(lang), List.of(strikes()));
    parts.put(
        PolicyWord.RIGHT.in(lang), clause.right().isEmpty() ? List.of() : List.of(clause.right()));
    parts.put(PolicyWord.RATIONALE.in(lang), List.of(clause.rationale().strip()));
    parts.put(PolicyWord.SOURCE.in(lang), sources());
    return parts;
  }
}
