package org.breakwater.engine.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.signal.SignalCatalog;

/** Looks at clauses that could be read for what is wrong with them nevertheless. */
public final class ClauseCheck {
  /** Languages in which a clause must show by examples what it means. */
  private static final List<String> LANGUAGES = List.of("en", "es");

  private static final int EXAMPLES_MIN = 6;

  private final Clause clause;
  private final List<Remark> remarks = new ArrayList<>();

  private ClauseCheck(Clause clause) {
    this.clause = clause;
  }

  /** Everything that is wrong with these clauses, clause by clause. */
  public static List<Remark> remarks(List<Clause> clauses) {
    return clauses.stream().flatMap(each -> new ClauseCheck(each).look().stream()).toList();
  }

  private List<Remark> look() {
    contradictions("when", clause.when());
    contradictions("certain", clause.certain());
    examples("holds", clause.examples().holds());
    examples("near", clause.examples().near());
    doubled();
    return remarks;
  }

  private void contradictions(String part, Condition condition) {
    for (int slot : Contradiction.slots(condition)) {
      String signal = SignalCatalog.STANDARD.at(slot).name();
      remark(part, "the tests of `" + signal + "` exclude each other", "drop one of them");
    }
  }

  private void examples(String kind, Map<String, List<String>> texts) {
    for (String language : LANGUAGES) {
      int count = texts.getOrDefault(language, List.of()).size();
      if (count >= EXAMPLES_MIN) continue;
      remark(
          "examples",
          "`%s` has %d of at least %d examples in `%s`"
              .formatted(kind, count, EXAMPLES_MIN, language),
          "");
    }
  }

  private void doubled() {
    List<String> near = clause.examples().near().values().stream().flatMap(List::stream).toList();
    clause.examples().holds().values().stream()
        .flatMap(List::stream)
        .filter(near::contains)
        .sorted()
        .forEach(text -> remark("examples", "`" + text + "` is in `holds` and in `near`", ""));
  }

  private void remark(String part, String message, String help) {
    remarks.add(new Remark(clause.id(), part, message, help));
  }
}
