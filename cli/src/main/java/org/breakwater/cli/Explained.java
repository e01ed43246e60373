package org.breakwater.cli;

import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import org.breakwater.engine.Engine;
import org.breakwater.engine.Trace;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.decision.Decision.Evidence;
import org.breakwater.engine.decision.Decision.PolicyRef;
import org.breakwater.engine.decision.Opinion;
import org.breakwater.engine.decision.Opinion.Standing;
import org.breakwater.engine.enforcement.PlannedAction;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.signal.Frame;
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

  @Override
  public void print(Post post, Verdict verdict, StringBuilder out) {
    Trace trace = engine.explain(post.event(), post.at());
    Decision decision = trace.verdict().decision();
    out.append(heading(post.event(), decision)).append('\n');
    words(post.event(), decision, out);
    section(out, "reason", List.of(decision.reason()));
    section(
        out, "clauses", trace.opinions().stream().filter(this::isShown).map(this::said).toList());
    section(out, "", others(trace.opinions()));
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

  private static void section(StringBuilder out, String name, List<String> lines) {
    String label = name;
    for (String line : lines) {
      out.append(INDENT).append(Screen.fit(label, 8)).append(' ').append(line).append('\n');
      label = "";
    }
  }

  // A clause none of whose words were seen is one of "others", unless it had a part.
  private boolean isShown(Opinion opinion) {
    return opinion.standing() != Standing.DOES_NOT_HOLD
        || opinion.whenTests().stream().anyMatch(test -> !test.seen().isEmpty());
  }

  private List<String> others(List<Opinion> opinions) {
    long count = opinions.stream().filter(opinion -> !isShown(opinion)).count();
    return count == 0 ? List.of() : List.of("- " + count + " others: none of their words are here");
  }

  private String said(Opinion opinion) {
    Clause clause = opinion.clause();
    String line = "%s %s %s".formatted(sign(opinion.when()), clause.id(), opinion.why());
    return switch (opinion.standing()) {
      case DECIDES ->
          "%s%n%s%s, severity %d: %s%n%swhen %s%n%scertain %s"
              .formatted(
                  line,
                  " ".repeat(13),
                  clause.stance().word(),
                  clause.severity(),
                  clause.titleIn("en"),
                  " ".repeat(13),
                  tests(opinion.whenTests()),
                  " ".repeat(13),
                  tests(opinion.certainTests()));
      case HOLDS, MAY_HOLD, UNKNOWN, DOES_NOT_HOLD -> line;
    };
  }

  private static String sign(Truth truth) {
    return switch (truth) {
      case TRUE -> "+";
      case UNKNOWN -> "?";
      case FALSE -> "-";
    };
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
