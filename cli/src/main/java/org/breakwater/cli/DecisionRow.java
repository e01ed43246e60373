package org.breakwater.cli;

import org.breakwater.engine.Verdict;
import org.breakwater.engine.decision.Decision;

/**
 * A decision as one row: id, outcome, label, language, first clause, start of the text. Widths are
 * fixed, because rows are printed long before the widest is known.
 *
 * @param columns width of the terminal
 */
record DecisionRow(int columns) implements DecisionForm {
  private static final int ID = 24;
  private static final int OUTCOME = 20;
  private static final int LABEL = 22;
  private static final int LANG = 4;
  private static final int CLAUSE = 26;
  private static final int TEXT_MIN = 24;

  @Override
  public String header() {
    return row("id", "outcome", "label", "lang", "clause", "text");
  }

  @Override
  public void print(Post post, Verdict verdict, StringBuilder out) {
    Decision decision = verdict.decision();
    out.append(
        row(
            decision.id(),
            decision.outcome().word(),
            decision.label().word(),
            decision.lang(),
            String.join(",", decision.clauses()),
            post.event().text()));
  }

  private String row(
      String id, String outcome, String label, String lang, String clause, String text) {
    String left =
        String.join(
            " ",
            Screen.fit(Screen.line(id), ID),
            Screen.fit(outcome, OUTCOME),
            Screen.fit(label, LABEL),
            Screen.fit(Screen.line(lang), LANG),
            Screen.fit(clause, CLAUSE));
    int room = Math.max(TEXT_MIN, columns - Screen.columns(left) - 1);
    return (left + " " + Screen.cut(Screen.line(text), room)).stripTrailing() + "\n";
  }
}
