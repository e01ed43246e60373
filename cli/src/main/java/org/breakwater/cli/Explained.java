package org.breakwater.cli;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.breakwater.engine.Engine;
import org.breakwater.engine.Trace;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.decision.Decision.Evidence;
import org.breakwater.engine.decision.Decision.PolicyRef;
import org.breakwater.engine.decision.Opinion;
import org.breakwater.engine.enforcement.PlannedAction;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.signal.Frame;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;
import org.breakwater.engine.text.Span;

/**
 * A decision for people: the post with its evidence underlined, the clauses and why each held or
 * not, the frames, the actions, and the exact rules.
 *
 * @param columns width of the terminal
 */
record Explained(Engine engine, int columns, boolean colours) implements DecisionForm {
  private static final String INDENT = "  ";
  private static final int LABEL_COLUMNS = 8;

  @Override
  public void print(Post post, Verdict verdict, StringBuilder out) {
    Trace trace = engine.explain(post.event(), post.at());
    Decision decision = trace.verdict().decision();
    out.append(heading(post.event(), decision)).append('\n');
    words(post.event(), decision, out);
    section(out, "reason", List.of(decision.reason()));
    section(out, "clauses", clauses(trace.opinions()));
    section(out, "frames", frames(post.event(), trace));
    section(out, "actions", trace.verdict().actions().stream().map(Explained::planned).toList());
    section(out, "unknown", decision.unknown());
    section(out, "policy", decision.policies().stream().map(Explained::rules).toList());
    section(out, "judged", List.of("as of " + post.at()));
    out.append('\n');
  }

  private static String heading(ContentEvent event, Decision decision) {
    return Screen.line(
        String.join(
            " · ",
            decision.id(),
            event.surface().word(),
            decision.lang(),
            decision.outcome().word(),
            decision.label().word()));
  }

  private void words(ContentEvent event, Decision decision, StringBuilder out) {
    List<Span> evidence = decision.evidence().stream().map(Evidence::span).toList();
    for (Field field : Field.of(event)) {
      List<Span> spans = field.among(evidence);
      if (spans.isEmpty() && !field.isText()) continue;
      if (!field.isText()) out.append(INDENT).append(field.path()).append(":\n");
      new Underline(field.text(), spans, colours)
          .lines(columns - INDENT.length())
          .forEach(line -> out.append((INDENT + line).stripTrailing()).append('\n'));
    }
  }

  private void section(StringBuilder out, String name, List<String> paragraphs) {
    String label = name;
    int room = columns - INDENT.length() - LABEL_COLUMNS - 1;
    for (String paragraph : paragraphs) {
      for (String line : Paragraph.wrapped(paragraph, room)) {
        out.append(INDENT).append(Screen.fit(label, LABEL_COLUMNS)).append(' ').append(line);
        out.append('\n');
        label = "";
      }
    }
  }

  private List<String> clauses(List<Opinion> opinions) {
    var lines = new ArrayList<String>();
    opinions.stream().filter(Explained::isClose).forEach(opinion -> said(opinion, lines));
    List<String> others =
        opinions.stream()
            .filter(opinion -> !isClose(opinion))
            .map(opinion -> opinion.clause().id())
            .toList();
    if (!others.isEmpty()) lines.add("- nothing of " + String.join(", ", others));
    return lines;
  }

  /** Whether the clause had a part, or something it asks for was seen. */
  private static boolean isClose(Opinion opinion) {
    Set<Integer> wanted = wanted(opinion.clause().when(), false);
    return opinion.standing() != Opinion.Standing.DOES_NOT_HOLD
        || opinion.whenTests().stream()
            .filter(test -> !test.seen().isEmpty())
            .anyMatch(test -> wanted.contains(SignalCatalog.STANDARD.slot(test.signal())));
  }

  /** Slots of the signals that speak for a condition rather than against it. */
  private static Set<Integer> wanted(Condition condition, boolean negated) {
    return switch (condition) {
      case Condition.And(var parts) -> wanted(parts, negated);
      case Condition.Or(var parts) -> wanted(parts, negated);
      case Condition.Not(var part) -> wanted(part, !negated);
      case Condition.Constant _ -> Set.of();
      case Condition.Atom atom -> negated ? Set.of() : Set.of(atom.slot());
    };
  }

  private static Set<Integer> wanted(List<Condition> parts, boolean negated) {
    return parts.stream()
        .flatMap(part -> wanted(part, negated).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void said(Opinion opinion, List<String> lines) {
    Clause clause = opinion.clause();
    lines.add("%s %s %s".formatted(sign(opinion.when()), clause.id(), opinion.why()));
    switch (opinion.standing()) {
      case DECIDES -> {
        String stance = clause.stance().word();
        lines.add(
            "  %s, severity %d: %s".formatted(stance, clause.severity(), clause.titleIn("en")));
        lines.add("  when " + tests(opinion.whenTests()));
        lines.add("  certain " + Opinion.word(opinion.certain()) + because(opinion.certainTests()));
      }
      case HOLDS, MAY_HOLD, UNKNOWN, DOES_NOT_HOLD -> {}
    }
  }

  private static String sign(Truth truth) {
    return switch (truth) {
      case TRUE -> "+";
      case UNKNOWN -> "?";
      case FALSE -> "-";
    };
  }

  /** A condition that is a constant has no tests to show. */
  private static String because(List<Opinion.Test> tests) {
    return tests.isEmpty() ? "" : ": " + tests(tests);
  }

  private static String tests(List<Opinion.Test> tests) {
    return tests.stream()
        .map(test -> test.text() + " " + Opinion.word(test.truth()))
        .collect(Collectors.joining(", "));
  }

  private static List<String> frames(ContentEvent event, Trace trace) {
    return trace.observed().stream()
        .flatMap(observed -> observed.observation().frames().stream())
        .distinct()
        .map(frame -> framed(event, frame))
        .toList();
  }

  private static String framed(ContentEvent event, Frame frame) {
    return "%s  cue `%s`  over `%s`"
        .formatted(
            frame.kind().word(),
            Field.words(event, frame.cue()),
            Field.words(event, frame.scope()));
  }

  private static String planned(PlannedAction action) {
    String confirmed = action.needsConfirmation() ? ", once a person has confirmed" : "";
    return "%s  on %s, %s%s; undo: %s"
        .formatted(
            action.action().word(),
            action.scope().word(),
            lasting(action.duration()),
            confirmed,
            action.undo());
  }

  private static String lasting(Period duration) {
    return duration.isZero() ? "until undone" : "for " + duration;
  }

  private static String rules(PolicyRef ref) {
    String overlay = ref.overlay().isEmpty() ? "no overlay" : "overlay " + ref.overlay();
    return "%s  %s  %s".formatted(ref.policy(), ref.pack(), overlay);
  }
}
