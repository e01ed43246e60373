package org.breakwater.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.evaluation.Duty;
import org.breakwater.measure.evaluation.Evaluation;
import org.breakwater.measure.evaluation.Figure;
import org.breakwater.measure.statistics.Interval;
import org.breakwater.measure.statistics.Proportion;

/** Evaluations as one HTML page that needs nothing beside it. */
record EvaluationPage(List<EvaluationReport> reports) {
  private static final String TEMPLATE = "evaluation.html";
  private static final String HTML = "text/html";

  /** Width of a plot in the units of its drawing, of which the ends are its margins. */
  private static final double PLOT_UNITS = 182;

  private static final double MARGIN_UNITS = 5;

  String html() {
    Engine engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(HTML)))
            .build();
    return engine
        .parse(template(), Variant.forContentType(HTML))
        .data("reports", reports.stream().map(EvaluationPage::view).toList())
        .render();
  }

  private static String template() {
    try (InputStream in = EvaluationPage.class.getResourceAsStream(TEMPLATE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the template shows of one report; all numbers are written out. */
  record View(
      String title,
      String heading,
      List<Row> tiles,
      List<String> notes,
      List<String> bars,
      List<Dimension> dimensions,
      List<Labelled> labels,
      List<Confused> confusion,
      List<EvaluationReport.Wrong> worst) {}

  /** One plotted figure; x are places in the drawing. */
  record Row(
      String name,
      String split,
      String duty,
      long n,
      String share,
      String low,
      String high,
      String reviewed,
      String removed,
      String x,
      String x1,
      String x2) {}

  record Dimension(String name, List<Row> rows) {}

  record Labelled(String name, String split, long due, String precision, String recall) {}

  record Confused(String due, String given) {}

  private static View view(EvaluationReport report) {
    Evaluation evaluation = report.evaluation();
    return new View(
        report.system(),
        report.heading(),
        tiles(evaluation),
        report.notes(),
        report.bars().stream().map(bar -> bar.standing(evaluation)).toList(),
        evaluation.dimensionNames().stream()
            .filter(dimension -> !dimension.equals(Evaluation.ALL))
            .map(dimension -> new Dimension(dimension, rows(evaluation.figures(dimension))))
            .toList(),
        evaluation.labels().stream()
            .map(
                score ->
                    new Labelled(
                        score.label(),
                        score.split().word(),
                        score.due(),
                        EvaluationReport.share(score.precision()),
                        EvaluationReport.share(score.recall())))
            .toList(),
        confusion(evaluation),
        report.worst());
  }

  private static List<Row> tiles(Evaluation evaluation) {
    var tiles = new ArrayList<Row>();
    for (Split split : List.of(Split.HELD, Split.CALIBRATE, Split.TRAIN)) {
      for (Duty duty : Duty.values()) {
        evaluation
            .whole(split, duty)
            .ifPresent(figure -> tiles.add(row(duty.word() + ", " + split.word(), figure)));
      }
    }
    return tiles;
  }

  private static List<Row> rows(List<Figure> figures) {
    return figures.stream().map(figure -> row(figure.group(), figure)).toList();
  }

  private static Row row(String name, Figure figure) {
    Proportion served = figure.served();
    Interval interval = served.wilson();
    return new Row(
        name,
        figure.split().word(),
        figure.duty().word(),
        figure.n(),
        EvaluationReport.percent(served),
        percent(interval.low()),
        percent(interval.high()),
        EvaluationReport.percent(figure.reviewed()),
        EvaluationReport.percent(figure.removed()),
        place(served.value()),
        place(interval.low()),
        place(interval.high()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  private static String place(double share) {
    return String.format(Locale.ROOT, "%.1f", MARGIN_UNITS + share * PLOT_UNITS);
  }

  private static List<Confused> confusion(Evaluation evaluation) {
    var rows = new ArrayList<Confused>();
    for (Split split : Split.values()) {
      evaluation
          .confusion(split)
          .forEach(
              (due, given) ->
                  rows.add(
                      new Confused(
                          due + " (" + split.word() + ")",
                          given.entrySet().stream()
                              .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                              .map(entry -> entry.getKey() + " " + entry.getValue())
                              .collect(Collectors.joining(", ")))));
    }
    return rows;
  }
}
