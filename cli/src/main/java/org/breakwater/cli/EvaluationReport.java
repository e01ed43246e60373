package org.breakwater.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.engine.Engine;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.evaluation.Evaluation;
import org.breakwater.measure.evaluation.Fault;
import org.breakwater.measure.evaluation.Figure;
import org.breakwater.measure.evaluation.Judged;
import org.breakwater.measure.evaluation.LabelScore;
import org.breakwater.measure.statistics.Difference;
import org.breakwater.measure.statistics.Interval;
import org.breakwater.measure.statistics.Proportion;

/**
 * One evaluation made ready to be read.
 *
 * @param dataset what was judged, as the user named it
 * @param engine whose answers these are; empty for another system's
 * @param system name of what answered
 * @param assumed whether removals were decided as if licensed
 */
record EvaluationReport(
    Evaluation evaluation,
    String dataset,
    Optional<Engine> engine,
    String system,
    boolean assumed,
    List<Bar> bars,
    boolean showHeld) {
  private static final int WORST = 50;
  private static final String KEPT_UNREAD = "(held: kept unread; --show-held prints it)";

  /** Whether every bar is met and nothing was removed that never may be. */
  boolean isWell() {
    return evaluation.neverRemoveRemoved().isEmpty()
        && bars.stream().allMatch(bar -> bar.isMetBy(evaluation));
  }

  /** One wrong answer, for people. */
  record Wrong(String id, String what, String text, String expected, String got, String why) {}

  List<Wrong> worst() {
    return evaluation.worst(WORST).stream().map(this::wrong).toList();
  }

  private Wrong wrong(Judged one) {
    boolean readable = showHeld || one.policyCase().split() != Split.HELD;
    String disguise = one.isClean() ? "" : " (" + one.mutator() + ")";
    return new Wrong(
        one.event().id() + disguise,
        one.fault().map(Fault::meaning).orElse(""),
        readable ? Screen.line(one.event().text()) : KEPT_UNREAD,
        one.expected().stream().map(Outcome::word).collect(Collectors.joining(" or ")),
        one.answer().outcome().word() + " " + one.answer().label(),
        engine.map(ours -> why(ours, one.event())).orElse(""));
  }

  private static String why(Engine engine, ContentEvent event) {
    Decision decision = engine.decide(event, engine.timeOf(event)).decision();
    String clauses = String.join(", ", decision.clauses());
    String unknown = decision.unknown().isEmpty() ? "" : "; unknown: " + decision.unknown();
    return (clauses.isEmpty() ? "no clause holds" : clauses) + unknown;
  }

  /** Guidance on crossing beside official warnings, by split: the share left alone of each. */
  Map<Split, Difference> parity() {
    var parity = new LinkedHashMap<Split, Difference>();
    for (Split split : Split.values()) {
      Proportion guide = evaluation.leftAlone(Label.CROSSING_INFO, split);
      Proportion warning = evaluation.leftAlone(Label.COUNTER_SPEECH, split);
      if (guide.trials() > 0 && warning.trials() > 0)
        parity.put(split, Difference.of(warning, guide));
    }
    return parity;
  }

  /** Headline: what stands above all figures. */
  String heading() {
    return "%s on %s: %,d cases%s"
        .formatted(
            system,
            dataset,
            evaluation.cases(),
            assumed ? ", as if every removal were licensed" : "");
  }

  String print(int columns) {
    var text = new StringBuilder(heading()).append("\n\n");
    for (String dimension : evaluation.dimensionNames()) {
      text.append(table(dimension).print(columns)).append('\n');
    }
    text.append(labels().print(columns)).append('\n');
    notes().forEach(note -> text.append(note).append('\n'));
    bars.forEach(bar -> text.append(bar.standing(evaluation)).append('\n'));
    List<Wrong> worst = worst();
    if (!worst.isEmpty()) text.append("\nThe gravest wrong answers\n");
    for (Wrong one : worst) {
      text.append(
          "  %s: %s; expected %s, got %s%n"
              .formatted(one.id(), one.what(), one.expected(), one.got()));
      text.append("    ").append(one.text()).append('\n');
      if (!one.why().isEmpty()) text.append("    ").append(one.why()).append('\n');
    }
    return text.append('\n').toString();
  }

  private Table table(String dimension) {
    var table = new Table(dimension, "split", "duty", "n", "served  95 %", "review", "removed");
    for (Figure figure : evaluation.figures(dimension)) {
      table.row(
          figure.group(),
          figure.split().word(),
          figure.duty().word(),
          Long.toString(figure.n()),
          share(figure.served()),
          percent(figure.reviewed()),
          percent(figure.removed()));
    }
    return table;
  }

  private Table labels() {
    var table = new Table("label given", "split", "due", "precision  95 %", "recall  95 %");
    for (LabelScore score : evaluation.labels()) {
      table.row(
          score.label(),
          score.split().word(),
          Long.toString(score.due()),
          share(score.precision()),
          share(score.recall()));
    }
    return table;
  }

  /** What no table holds, a sentence each. */
  List<String> notes() {
    var notes = new ArrayList<String>();
    notes.add(
        "Never to be removed: %d cases, %d removed (disguised ones counted)."
            .formatted(evaluation.neverRemove(), evaluation.neverRemoveRemoved().size()));
    for (Split split : Split.values()) {
      Proportion as = evaluation.mistaken(Label.Family.TRAFFICKING, Label.Family.SMUGGLING, split);
      Proportion back =
          evaluation.mistaken(Label.Family.SMUGGLING, Label.Family.TRAFFICKING, split);
      if (as.trials() + back.trials() > 0)
        notes.add(
            "Confused (%s): trafficking taken for smuggling %s, smuggling for trafficking %s."
                .formatted(split.word(), counted(as), counted(back)));
    }
    parity()
        .forEach(
            (split, gap) ->
                notes.add(
                    String.format(
                        Locale.ROOT,
                        "Parity (%s): official and awareness posts are left alone %+.1f points"
                            + " more than guides to crossing, 95 %% %+.1f to %+.1f.",
                        split.word(),
                        gap.value() * 100,
                        gap.low() * 100,
                        gap.high() * 100)));
    notes.add("Calibration: no model is loaded, so no answer carries a probability.");
    return notes;
  }

  private static String counted(Proportion share) {
    return share.successes() + " of " + share.trials();
  }

  static String share(Proportion share) {
    if (share.trials() == 0) return Table.NOTHING;
    Interval interval = share.wilson();
    return String.format(
        Locale.ROOT, "%.3f  %.3f–%.3f", share.value(), interval.low(), interval.high());
  }

  static String percent(Proportion share) {
    return share.trials() == 0
        ? Table.NOTHING
        : String.format(Locale.ROOT, "%.1f %%", share.value() * 100);
  }

  /** The report as JSON has it. */
  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("system", system);
    members.put("dataset", dataset);
    members.put("version", evaluation.version());
    members.put("cases", evaluation.cases());
    members.put("assumeLicensed", assumed);
    members.put(
        "figures",
        evaluation.dimensionNames().stream()
            .flatMap(dimension -> evaluation.figures(dimension).stream())
            .map(EvaluationReport::members)
            .toList());
    members.put(
        "labels",
        evaluation.labels().stream()
            .map(
                score ->
                    Map.of(
                        "label", score.label(),
                        "split", score.split().word(),
                        "precision", members(score.precision()),
                        "recall", members(score.recall())))
            .toList());
    var confusion = new LinkedHashMap<String, Object>();
    for (Split split : Split.values()) confusion.put(split.word(), evaluation.confusion(split));
    members.put("confusion", confusion);
    members.put("notes", notes());
    members.put("neverRemoveRemoved", evaluation.neverRemoveRemoved().size());
    members.put(
        "bars",
        bars.stream()
            .map(bar -> Map.of("bar", bar.text(), "met", bar.isMetBy(evaluation)))
            .toList());
    members.put("worst", worst());
    return members;
  }

  private static Map<String, Object> members(Figure figure) {
    var members = new LinkedHashMap<String, Object>();
    members.put("dimension", figure.dimension());
    members.put("group", figure.group());
    members.put("split", figure.split().word());
    members.put("duty", figure.duty().word());
    members.put("n", figure.n());
    members.put("served", members(figure.served()));
    members.put("right", members(figure.rightShare()));
    members.put("reviewed", members(figure.reviewed()));
    members.put("removed", members(figure.removed()));
    var outcomes = new LinkedHashMap<String, Long>();
    for (Outcome outcome : Outcome.values())
      outcomes.put(outcome.word(), figure.outcomes().getOrDefault(outcome, 0L));
    members.put("outcomes", outcomes);
    return members;
  }

  private static Map<String, Object> members(Proportion share) {
    Interval interval = share.wilson();
    var members = new LinkedHashMap<String, Object>();
    members.put("count", share.successes());
    members.put("of", share.trials());
    members.put("low", rounded(interval.low()));
    members.put("high", rounded(interval.high()));
    return members;
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
